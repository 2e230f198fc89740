import { scaleLinear, scaleLog } from "d3-scale";
import type { ScaleKind } from "../figure.ts";
import { isShown, type Range } from "./range.ts";

/** From values to places along an axis, NaN for a value that the axis cannot show. */
export interface Scale {
  (value: number): number;
  readonly kind: ScaleKind;
  readonly domain: Range;
}

/** The scale that takes the domain to places from `start` to `end`. */
export function makeScale(kind: ScaleKind, domain: Range, start: number, end: number): Scale {
  const scale = (kind === "log" ? scaleLog() : scaleLinear()).domain(domain).range([start, end]);
  const place = (value: number): number => (isShown(kind, value) ? scale(value) : Number.NaN);
  return Object.assign(place, { kind, domain });
}
