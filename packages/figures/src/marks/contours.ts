import { contours } from "d3-contour";
import { luminance } from "../colours/luminance.ts";
import type { HeatMark } from "../mark.ts";
import type { Numbers } from "../numbers.ts";
import { element } from "../svg/element.ts";
import type { Place } from "../svg/place.ts";
import type { Frame } from "./frame.ts";
import { curve } from "./line.ts";

/** The contours of a heat map, white on dark colours and dark on bright ones. */
export function drawContours(mark: HeatMark, frame: Frame): string {
  const levels = (mark.contours ?? []).filter(Number.isFinite);
  if (levels.length === 0 || mark.x.length < 2 || mark.y.length < 2) return "";
  const grid = padded(mark);
  const rings = contours()
    .size([grid.cols, grid.rows])
    .thresholds([...levels])([...grid.values]);
  const x = placeOf(grid.x, frame.x);
  const y = placeOf(grid.y, frame.y);
  return rings
    .map(({ value, coordinates }) => {
      const places = coordinates.flat().flatMap((ring) => [...open(ring, grid), gap]);
      return contour(curve(places.map(([i, j]) => [x(i), y(j)])), contourColour(value, frame));
    })
    .join("");
}

/** The colour of a contour, which differs from the colours that it runs through. */
export function contourColour(level: number, { colours }: Frame): string {
  return luminance(colours?.colour(level) ?? "#000000") > 0.35 ? "#202020" : "#ffffff";
}

function contour(d: string, colour: string): string {
  if (d === "") return "";
  return element("path", {
    d,
    fill: "none",
    stroke: colour,
    "stroke-width": 1.1,
    "stroke-linejoin": "round",
  });
}

const gap: Place = [Number.NaN, Number.NaN];

interface Grid {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly cols: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** The grid with its border repeated once more to all sides, so that contours reach the frame. */
function padded(mark: HeatMark): Grid {
  const [x, y] = [extended(mark.x), extended(mark.y)];
  const [cols, rows] = [x.length, y.length];
  const inner = (index: number, length: number): number => Math.min(Math.max(index - 1, 0), length - 1);
  const values = Float64Array.from({ length: cols * rows }, (_, i) => {
    const [row, col] = [inner(Math.floor(i / cols), mark.y.length), inner(i % cols, mark.x.length)];
    return mark.values[row * mark.x.length + col]!;
  });
  return { x, y, cols, rows, values };
}

function extended(centres: Numbers): number[] {
  const [first, second] = [centres[0]!, centres[1]!];
  const [last, before] = [centres[centres.length - 1]!, centres[centres.length - 2]!];
  return [2 * first - second, ...centres, 2 * last - before];
}

/** A ring without the parts that only close it along the border or around cells without a value. */
function open(ring: readonly number[][], grid: Grid): Place[] {
  return ring.map(([i = 0, j = 0]) => (isCrossing(i, j, grid) ? [i, j] : gap));
}

/**
 * Whether a contour passes here between cells that have values.
 *
 * Beside a cell without a value the vertex is at the very centre of its neighbour, so that all around are asked there.
 */
function isCrossing(i: number, j: number, { cols, rows, values }: Grid): boolean {
  const reach = Number.isInteger(i - 0.5) && Number.isInteger(j - 0.5) ? 1 : 0;
  const [left, right] = [Math.floor(i - 0.5) - reach, Math.ceil(i - 0.5) + reach];
  const [low, high] = [Math.floor(j - 0.5) - reach, Math.ceil(j - 0.5) + reach];
  if (left < -reach || low < -reach || right >= cols + reach || high >= rows + reach) return false;
  for (let row = Math.max(0, low); row <= Math.min(rows - 1, high); row++)
    for (let col = Math.max(0, left); col <= Math.min(cols - 1, right); col++)
      if (!Number.isFinite(values[row * cols + col])) return false;
  return true;
}

/** From a position in cells, whose centres are at halves, to a place along the axis. */
function placeOf(centres: readonly number[], scale: (value: number) => number): (at: number) => number {
  const places = centres.map(scale);
  return (at) => {
    const below = Math.min(Math.max(Math.floor(at - 0.5), 0), places.length - 2);
    const t = at - 0.5 - below;
    return places[below]! + t * (places[below + 1]! - places[below]!);
  };
}
