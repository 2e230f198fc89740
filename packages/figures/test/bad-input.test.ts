import { describe, expect, test } from "vitest";
import { describeFigure, drawFigure, type Figure, type Mark } from "../src/index.ts";
import { figureOf } from "./helpers/marks.ts";

const good: Mark = { kind: "line", x: [1, 2], y: [1, 2] };

/** A figure as a caller without types may give it. */
function wrong(changes: object): Figure {
  return { ...figureOf([good]), ...changes } as Figure;
}

function wrongPanel(changes: object): Figure {
  return figureOf([good], changes);
}

function wrongMark(mark: object): Figure {
  return figureOf([mark as Mark]);
}

const refused: [Figure, new (message: string) => Error, string][] = [
  [undefined as never, TypeError, "drawFigure: figure must be an object, got undefined"],
  [
    wrong({ panels: [] }),
    RangeError,
    "drawFigure: figure.panels.length must be an integer from 1 to 64, got 0",
  ],
  [wrong({ panels: "p" }), TypeError, 'drawFigure: figure.panels must be an array, got "p"'],
  [wrong({ panels: [null] }), TypeError, "drawFigure: panels[0] must be an object, got null"],
  [wrong({ title: 1 }), TypeError, "drawFigure: figure.title must be text, got 1"],
  [wrong({ description: 1 }), TypeError, "drawFigure: figure.description must be text, got 1"],
  [
    wrong({ title: "a".repeat(1001) }),
    TypeError,
    "drawFigure: figure.title must have at most 1000 characters, got 1001",
  ],
  [wrong({ columns: 0 }), RangeError, "drawFigure: figure.columns must be an integer from 1 to 12, got 0"],
  [wrong({ share: "z" }), TypeError, 'drawFigure: figure.share must be one of none, x, y, both, got "z"'],
  [wrongPanel({ x: undefined }), TypeError, "drawFigure: panels[0].x must be an object, got undefined"],
  [wrongPanel({ x: {} }), TypeError, "drawFigure: panels[0].x.label must be text, got undefined"],
  [
    wrongPanel({ x: { label: "", scale: "sqrt" } }),
    TypeError,
    'drawFigure: panels[0].x.scale must be one of linear, log, got "sqrt"',
  ],
  [
    wrongPanel({ x: { label: "", domain: [1, 1] } }),
    RangeError,
    "drawFigure: panels[0].x.domain[1] must be finite and above the one before it, got 1",
  ],
  [
    wrongPanel({ x: { label: "", domain: [Number.NaN, 1] } }),
    RangeError,
    "drawFigure: panels[0].x.domain[0] must be finite and above the one before it, got NaN",
  ],
  [
    wrongPanel({ x: { label: "", domain: [1] } }),
    TypeError,
    "drawFigure: panels[0].x.domain must have lower and upper end = 2 entries, got 1",
  ],
  [
    wrongPanel({ x: { label: "", domain: 3 } }),
    TypeError,
    "drawFigure: panels[0].x.domain must be two numbers, got 3",
  ],
  [
    wrongPanel({ y: { label: "", scale: "log", domain: [0, 1] } }),
    RangeError,
    "drawFigure: panels[0].y.domain[0] must be above zero on a log axis, got 0",
  ],
  [
    wrongPanel({ legend: "middle" }),
    TypeError,
    'drawFigure: panels[0].legend must be one of top-left, top-right, bottom-left, bottom-right, outside, none, got "middle"',
  ],
  [wrongPanel({ aspect: 0 }), RangeError, "drawFigure: panels[0].aspect must be from 0.1 to 10, got 0"],
  [wrongPanel({ marks: {} }), TypeError, "drawFigure: panels[0].marks must be an array, got Object"],
  [wrongMark(null as never), TypeError, "drawFigure: panels[0].marks[0] must be an object, got null"],
  [
    wrongMark({ kind: "pie" }),
    TypeError,
    'drawFigure: panels[0].marks[0].kind must be one of line, points, band, histogram, heat, rule, text, got "pie"',
  ],
  [
    wrongMark({ kind: "toString" }),
    TypeError,
    'drawFigure: panels[0].marks[0].kind must be one of line, points, band, histogram, heat, rule, text, got "toString"',
  ],
  [
    wrongMark({ ...good, y: [1] }),
    TypeError,
    "drawFigure: panels[0].marks[0].y must have as many as x = 2 entries, got 1",
  ],
  [
    wrongMark({ ...good, y: "12" }),
    TypeError,
    'drawFigure: panels[0].marks[0].y must be an array of numbers or a Float64Array, got "12"',
  ],
  [
    wrongMark({ ...good, y: [1, "2"] }),
    TypeError,
    'drawFigure: panels[0].marks[0].y[1] must be a number, got "2"',
  ],
  [wrongMark({ ...good, label: 7 }), TypeError, "drawFigure: panels[0].marks[0].label must be text, got 7"],
  [
    wrongMark({ ...good, colour: -1 }),
    RangeError,
    "drawFigure: panels[0].marks[0].colour must be an integer from 0 to 1000, got -1",
  ],
  [
    wrongMark({ kind: "points", x: [1], y: [1], error: [] }),
    TypeError,
    "drawFigure: panels[0].marks[0].error must have as many as x = 1 entries, got 0",
  ],
  [
    wrongMark({ kind: "points", x: [1], y: [1], shape: "star" }),
    TypeError,
    'drawFigure: panels[0].marks[0].shape must be one of circle, square, triangle, diamond, got "star"',
  ],
  [
    wrongMark({ kind: "band", x: [1], low: [1], high: [] }),
    TypeError,
    "drawFigure: panels[0].marks[0].high must have as many as x = 1 entries, got 0",
  ],
  [
    wrongMark({ kind: "histogram", edges: [0, 1], density: [1, 2] }),
    RangeError,
    "drawFigure: panels[0].marks[0].density.length must be 1, one fewer than edges, got 2",
  ],
  [
    wrongMark({ kind: "histogram", edges: [0, 0], density: [1] }),
    RangeError,
    "drawFigure: panels[0].marks[0].edges[1] must be finite and above the one before it, got 0",
  ],
  [
    wrongMark({ kind: "heat", label: "", x: [1, 2], y: [1], values: [1] }),
    TypeError,
    "drawFigure: panels[0].marks[0].values must have x times y = 2 entries, got 1",
  ],
  [
    wrongMark({ kind: "heat", label: "", x: [2, 1], y: [1], values: [1, 2] }),
    RangeError,
    "drawFigure: panels[0].marks[0].x[1] must be finite and above the one before it, got 1",
  ],
  [
    wrongMark({ kind: "heat", x: [1], y: [1], values: [1] }),
    TypeError,
    "drawFigure: panels[0].marks[0].label must be text, got undefined",
  ],
  [
    wrongMark({ kind: "heat", label: "", x: [1], y: [1], values: [1], contours: 3 }),
    TypeError,
    "drawFigure: panels[0].marks[0].contours must be an array, got 3",
  ],
  [
    wrongMark({ kind: "rule" }),
    TypeError,
    'drawFigure: panels[0].marks[0] must have either x or y, got "none"',
  ],
  [
    wrongMark({ kind: "rule", x: 1, y: 1 }),
    TypeError,
    'drawFigure: panels[0].marks[0] must have either x or y, got "both"',
  ],
  [
    wrongMark({ kind: "rule", x: "1" }),
    TypeError,
    'drawFigure: panels[0].marks[0].x must be a number, got "1"',
  ],
  [
    wrongMark({ kind: "text", x: Number.NaN, y: 0, text: "" }),
    RangeError,
    "drawFigure: panels[0].marks[0].x must be a finite number, got NaN",
  ],
  [
    wrongMark({ kind: "text", x: 0, y: 0, text: "", anchor: "left" }),
    TypeError,
    'drawFigure: panels[0].marks[0].anchor must be one of start, middle, end, got "left"',
  ],
];

test.each(refused)("a figure that cannot be drawn is refused: %#", (figure, kind, message) => {
  for (const call of [drawFigure, describeFigure]) {
    expect(() => call(figure)).toThrow(kind);
    expect(() => call(figure)).toThrow(new kind(message));
  }
});

describe("sizes that are absurd are refused", () => {
  test.each([199, 4001, Number.NaN, Number.POSITIVE_INFINITY])("width %f", (width) => {
    const message = `drawFigure: options.width must be from 200 to 4000, got ${width}`;
    expect(() => drawFigure(figureOf([]), { width })).toThrow(new RangeError(message));
  });

  test("more than a million numbers", () => {
    const x = new Float64Array(1_000_001);
    const message = "drawFigure: panels[0].marks[0].x.length must be at most 1000000, got 1000001";
    expect(() => drawFigure(figureOf([{ kind: "line", x, y: x }]))).toThrow(new RangeError(message));
  });
});

test("options of the wrong kind are refused", () => {
  const draw = (options: object) => () => drawFigure(figureOf([]), options);
  expect(() => drawFigure(figureOf([]), null as never)).toThrow(TypeError);
  expect(draw({ theme: "blue" })).toThrow('options.theme must be one of light, dark, got "blue"');
  expect(draw({ maths: 3 })).toThrow("options.maths must be a function, got 3");
});

test("panels that share an axis have one kind of scale", () => {
  const panel = (scale: "linear" | "log") => ({ x: { label: "", scale }, y: { label: "" }, marks: [] });
  const figure: Figure = { share: "x", panels: [panel("linear"), panel("log")] };
  const message = 'drawFigure: panels[1].x.scale must be linear as on the axis it shares, got "log"';
  expect(() => drawFigure(figure)).toThrow(new TypeError(message));
  expect(() => drawFigure({ ...figure, share: "y" })).not.toThrow();
});
