import { describe, expect, test } from "vitest";
import type { Figure, Mark, Panel } from "../../src/index.ts";
import { columnsOf, planFigure } from "../../src/layout/figure-plan.ts";
import { type LegendSpot, legendSpot } from "../../src/layout/legend-spot.ts";
import type { PanelPlan } from "../../src/layout/panel-plan.ts";
import { themes } from "../../src/themes/index.ts";
import { exampleFigures } from "../helpers/example-figures.ts";
import { figureOf } from "../helpers/marks.ts";

function planOf(figure: Figure, width?: number) {
  return planFigure(figure, { width, theme: themes.light, maths: undefined });
}

describe.each(Object.entries(exampleFigures))("%s", (_, figure) => {
  test.each([300, 520, 1000])(
    "fits its width of %i: panels neither overlap nor leave the drawing",
    (width) => {
      const { panels, height, title } = planOf(figure, width);
      const boxes = panels.map(({ plan: { frame, margins }, x, y }) => ({
        left: x - margins.left,
        right: x + frame.width + margins.right,
        top: y - margins.top,
        bottom: y + frame.height + margins.bottom,
      }));
      for (const [i, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(height);
        for (const other of boxes.slice(0, i))
          expect(box.left >= other.right || box.top >= other.bottom).toBe(true);
      }
      for (const line of title) expect(line.width).toBeLessThanOrEqual(width);
    },
  );
});

test("panels stand in rows that are as equal as can be", () => {
  const columns = (count: number, asked?: number) =>
    columnsOf({ panels: Array(count).fill({}) as Panel[], ...(asked && { columns: asked }) });
  expect([1, 2, 3, 4, 5, 6, 7, 9].map((count) => columns(count))).toEqual([1, 2, 3, 2, 3, 3, 3, 3]);
  expect(columns(2, 5)).toBe(2);
  expect(columns(8, 4)).toBe(4);
});

describe("a legend", () => {
  const line = (y: (x: number) => number): Mark => {
    const x = Array.from({ length: 50 }, (_, i) => i / 49);
    return { kind: "line", label: "series", x, y: x.map(y) };
  };
  const planOne = (marks: readonly Mark[], panel: Partial<Panel> = {}): PanelPlan =>
    planOf(figureOf(marks, { x: { label: "", domain: [0, 1] }, y: { label: "", domain: [0, 1] }, ...panel }))
      .panels[0]!.plan;

  const boxOf = (spot: LegendSpot) => {
    if (typeof spot === "string") throw new Error(`the legend must be within the plot, got ${spot}`);
    return spot;
  };

  const cornerOf = ({ legend, frame }: PanelPlan): string => {
    const { x, y } = boxOf(legend);
    return `${y < frame.height / 3 ? "top" : "bottom"}-${x < frame.width / 3 ? "left" : "right"}`;
  };

  test.each([
    ["top-right", (x: number) => 1 - x],
    ["top-left", (x: number) => x],
    ["top-right", () => 0.5],
    ["bottom-right", () => 0.95],
  ] as const)("goes to %s where that is free", (place, curve) => {
    expect(cornerOf(planOne([line(curve)]))).toBe(place);
  });

  test("goes above the plot where every place has data, and over heat maps", () => {
    expect(planOne([line((x) => 0.5 + 0.5 * Math.sin(60 * x))]).legend).toBe("outside");
    const heat: Mark = { kind: "heat", label: "q", x: [0, 1], y: [0, 1], values: [1, 2, 3, 4] };
    expect(planOne([heat, line((x) => x)]).legend).toBe("outside");
  });

  test("does not cover what is drawn", () => {
    for (const [name, figure] of Object.entries(exampleFigures))
      for (const { plan } of planOf(figure).panels)
        expect(legendSpot(plan.panel, plan.entries, plan.frame), name).toEqual(plan.legend);
  });

  test("slides along an edge where corners have data", () => {
    const valley = line((x) => Math.min(0.9, Math.max(0.05, 40 * Math.abs(x - 0.5) - 9)));
    const { legend, frame } = planOne([valley, line(() => 0.05)]);
    const box = boxOf(legend);
    const { width } = frame;
    expect(box.x).toBeGreaterThan(0.25 * width);
    expect(box.x + box.width).toBeLessThan(0.75 * width);
  });

  test("is where the panel says, or nowhere", () => {
    expect(cornerOf(planOne([line((x) => x)], { legend: "bottom-left" }))).toBe("bottom-left");
    for (const legend of ["outside", "none"] as const)
      expect(planOne([line((x) => x)], { legend }).legend).toBe(legend);
    expect(planOne([]).legend).toBe("none");
  });

  test("has one entry for marks of one label", () => {
    const { entries, styles } = planOne([
      line((x) => x),
      line((x) => x * x),
      { ...line((x) => x), label: "other" } as Mark,
    ]);
    expect(entries.map(({ box }) => box.text)).toEqual(["series", "other"]);
    expect(styles.map(({ index }) => index)).toEqual([0, 0, 1]);
  });

  test("leaves to the colour bar what that says", () => {
    const points: Mark = { kind: "points", label: "time", x: [1], y: [1], values: [1] };
    expect(planOne([points]).entries).toEqual([]);
    expect(planOne([points]).bar?.label.text).toBe("time");
  });
});

test("series take the colours that are free, and other patterns when the palette is used up", () => {
  const marks = Array.from(
    { length: 14 },
    (_, i): Mark => ({ kind: "line", x: [0], y: [0], ...(i === 0 && { colour: 1 }) }),
  );
  const { styles } = planOf(figureOf(marks)).panels[0]!.plan;
  expect(styles.map(({ index }) => index)).toEqual([1, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  const looks = styles.map(({ colour, cycle }) => `${colour} ${cycle}`);
  expect(new Set(looks).size).toBe(14);
});
