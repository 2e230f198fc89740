import type { Shape } from "../mark.ts";
import { svgNumber } from "../svg/number.ts";

type Outline = (radius: number) => string;

/** Outlines around the point where the pen is, of about the same area at the same radius. */
const outlines: Readonly<Record<Shape, Outline>> = {
  circle: (r) => `m${n(-r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0z`,
  square: (r) => `m${n(-0.89 * r)} ${n(-0.89 * r)}h${n(1.78 * r)}v${n(1.78 * r)}h${n(-1.78 * r)}z`,
  triangle: (r) => `m0 ${n(-1.42 * r)}l${n(1.25 * r)} ${n(2.15 * r)}h${n(-2.5 * r)}z`,
  diamond: (r) =>
    `m0 ${n(-1.32 * r)}l${n(1.32 * r)} ${n(1.32 * r)}l${n(-1.32 * r)} ${n(1.32 * r)}l${n(-1.32 * r)} ${n(-1.32 * r)}z`,
};

const n = svgNumber;

/** Radius of a point, when there are not very many. */
export const pointRadius = 3.2;

/** All shapes, in the order in which series take them. */
export const shapes: readonly Shape[] = ["circle", "square", "triangle", "diamond"];

/** The data of a path with this shape at (x, y). */
export function shapeAt(shape: Shape, x: number, y: number, radius: number): string {
  return `M${n(x)} ${n(y)}${outlines[shape](radius)}`;
}
