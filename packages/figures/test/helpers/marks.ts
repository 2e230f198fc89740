import type { Figure, Mark, Panel } from "../../src/index.ts";

/** One mark of each kind, with labels. */
export const sampleMarks: readonly Mark[] = [
  { kind: "line", label: "line", x: [1, 2, 3], y: [1, 4, 2] },
  { kind: "points", label: "points", x: [1, 2, 3], y: [1, 4, 2], error: [0.1, 0.2, 0.1] },
  { kind: "band", label: "band", x: [1, 2, 3], low: [1, 2, 1], high: [2, 5, 3] },
  { kind: "histogram", label: "histogram", edges: [1, 2, 3, 4], density: [1, 3, 2] },
  { kind: "heat", label: "heat", x: [1, 2, 3], y: [1, 2], values: [1, 2, 3, 4, 5, 6], contours: [3.3] },
  { kind: "rule", label: "rule", x: 2 },
  { kind: "text", x: 2, y: 2, text: "note" },
];

/** A figure of one panel with these marks. */
export function figureOf(marks: readonly Mark[], panel: Partial<Panel> = {}): Figure {
  return { panels: [{ x: { label: "x" }, y: { label: "y" }, marks, ...panel }] };
}
