import type { Axis } from "../figure.ts";
import type { TextBox } from "../text/text-box.ts";
import { typesetRuns } from "../text/typeset.ts";
import type { Range } from "./range.ts";
import { makeScale, type Scale } from "./scale.ts";
import { type Tick, ticksOf } from "./ticks.ts";

/** A tick at its place, with its label ready to be drawn. */
interface PlacedTick {
  readonly at: number;
  readonly box?: TextBox;
}

/** An axis along the length of a plot. */
export interface AxisPlan {
  readonly scale: Scale;
  readonly ticks: readonly PlacedTick[];
  /** The widest and the highest of the labels. */
  readonly widest: number;
  readonly highest: number;
}

/** How an axis lies: a horizontal one from the left, a vertical one from the bottom. */
export interface AxisRoom {
  readonly length: number;
  readonly vertical: boolean;
  readonly fontSize: number;
}

/** The scale of an axis and as many labelled ticks as fit without touching. */
export function planAxis(kind: Axis["scale"], domain: Range, room: AxisRoom): AxisPlan {
  const { length, vertical, fontSize } = room;
  const scale = vertical
    ? makeScale(kind ?? "linear", domain, length, 0)
    : makeScale(kind ?? "linear", domain, 0, length);
  const ticks = fittingTicks(scale, room);
  const boxes = ticks.flatMap(({ box }) => box ?? []);
  return {
    scale,
    ticks,
    widest: Math.max(0, ...boxes.map(({ width }) => width)),
    highest: Math.max(0.7 * fontSize, ...boxes.map(({ ascent }) => ascent)),
  };
}

function fittingTicks(scale: Scale, room: AxisRoom): PlacedTick[] {
  const most = Math.max(2, Math.round(room.length / (room.vertical ? 42 : 62)));
  for (let count = most; count > 1; count--) {
    const placed = place(ticksOf(scale.kind, scale.domain, count), scale, room.fontSize);
    if (areApart(placed, room)) return placed;
  }
  return place(ticksOf(scale.kind, scale.domain, 2), scale, room.fontSize).map(({ at }) => ({ at }));
}

function place(ticks: readonly Tick[], scale: Scale, fontSize: number): PlacedTick[] {
  return ticks.map(({ value, label }) => ({
    at: scale(value),
    ...(label && { box: typesetRuns(label, fontSize) }),
  }));
}

function areApart(ticks: readonly PlacedTick[], { vertical, fontSize }: AxisRoom): boolean {
  const spans = ticks
    .filter(({ box }) => box !== undefined)
    .map(({ at, box }) => ({ at, half: vertical ? 0.6 * fontSize : box!.width / 2 + 0.35 * fontSize }))
    .sort((a, b) => a.at - b.at);
  return spans.every(({ at, half }, i) => i === 0 || at - half >= spans[i - 1]!.at + spans[i - 1]!.half);
}
