import type { ScaleKind } from "../figure.ts";
import type { Range } from "./range.ts";

/** What marks need of an axis: the range of their values, and whether its ends must be the axis's own. */
export interface Extent {
  readonly range: Range | undefined;
  /** No margin at either end: heat maps fill the plot. */
  readonly tight?: boolean;
  /** No margin at the lower end: bars stand on it. */
  readonly floor?: boolean;
}

const margin = 0.04;

/** The domain of an axis that shows a range: with a margin of 4 % at both ends. */
export function domainOf(kind: ScaleKind, { range, tight = false, floor = false }: Extent): Range {
  if (range === undefined) return kind === "log" ? [1, 10] : [0, 1];
  const [low, high] = apart(kind, range);
  if (tight) return [low, high];
  if (kind === "log") {
    const factor = (high / low) ** margin;
    return [floor ? low : low / factor, high * factor];
  }
  const step = (high - low) * margin;
  return [floor ? low : low - step, high + step];
}

/** Two ends where there is only one value. */
function apart(kind: ScaleKind, [low, high]: Range): Range {
  if (low < high) return [low, high];
  if (kind === "log") return [low / 2, high * 2];
  const half = low === 0 ? 0.5 : Math.abs(low) / 10;
  return [low - half, high + half];
}
