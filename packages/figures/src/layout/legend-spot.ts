import type { Panel } from "../figure.ts";
import type { Frame } from "../marks/frame.ts";
import { kindOf } from "../marks/index.ts";
import type { Place } from "../svg/place.ts";
import { type LegendEntry, legendSize, padding } from "./legend.ts";

/** A rectangle within a plot. */
export interface LegendBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a legend is: within the plot, above it, or nowhere. */
export type LegendSpot = LegendBox | "outside" | "none";

const corners = ["top-right", "top-left", "bottom-right", "bottom-left"] as const;
const step = 8;

/**
 * Where a panel's legend goes: where the panel says, otherwise to the first corner without data, otherwise to the first
 * free place along the upper or the lower edge, otherwise above the plot.
 *
 * Over a heat map every place has data.
 */
export function legendSpot(panel: Panel, entries: readonly LegendEntry[], frame: Frame): LegendSpot {
  if (entries.length === 0) return "none";
  const { legend } = panel;
  if (legend === "none" || legend === "outside") return legend;
  if (legend !== undefined) return boxAt(legend, entries, frame);
  if (frame.overHeat) return "outside";
  const taken = takenPlaces(panel, frame);
  return candidates(entries, frame).find((box) => isFree(box, frame, taken)) ?? "outside";
}

/** The places that marks take, to within 2 in each direction, each once. */
function takenPlaces({ marks }: Panel, frame: Frame): Place[] {
  const places = new Map<string, Place>();
  for (const mark of marks)
    for (const [a, b] of kindOf(mark).occupied(mark, frame)) {
      const place: Place = [4 * Math.round(a / 4), 4 * Math.round(b / 4)];
      places.set(place.join(" "), place);
    }
  return [...places.values()];
}

function candidates(entries: readonly LegendEntry[], frame: Frame): LegendBox[] {
  const boxes = corners.map((corner) => boxAt(corner, entries, frame));
  const along = [boxes[0]!, boxes[2]!].flatMap((box) =>
    Array.from({ length: Math.max(0, Math.floor(box.x / step)) }, (_, i) => ({
      ...box,
      x: box.x - step * i,
    })),
  );
  return [...boxes, ...along];
}

function isFree({ x, y, width, height }: LegendBox, frame: Frame, taken: readonly Place[]): boolean {
  if (width > 0.7 * frame.width || height > 0.7 * frame.height) return false;
  return !taken.some(
    ([a, b]) => a > x - padding && a < x + width + padding && b > y - padding && b < y + height + padding,
  );
}

function boxAt(corner: (typeof corners)[number], entries: readonly LegendEntry[], frame: Frame): LegendBox {
  const { width, height } = legendSize(entries);
  const x = corner.endsWith("left") ? padding : frame.width - padding - width;
  const y = corner.startsWith("top") ? padding : frame.height - padding - height;
  return { x, y, width, height };
}
