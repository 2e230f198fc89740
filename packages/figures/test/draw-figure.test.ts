import { describe, expect, test } from "vitest";
import { drawFigure, type Figure } from "../src/index.ts";
import { exampleFigures } from "./helpers/example-figures.ts";
import { figureOf, sampleMarks } from "./helpers/marks.ts";
import { notNumbers, xmlProblems } from "./helpers/well-formed.ts";

describe.each(Object.entries(exampleFigures))("%s", (_, figure) => {
  test.each(["light", "dark"] as const)(
    "is a well-formed drawing without gaps in its numbers, %s",
    (theme) => {
      const svg = drawFigure(figure, { theme });
      expect(xmlProblems(svg)).toEqual([]);
      expect(notNumbers(svg)).toEqual([]);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" .* role="img"/);
    },
  );

  test("has the same bytes each time", () => {
    expect(drawFigure(figure)).toBe(drawFigure(structuredClone(figure)));
  });

  test("differs between themes in colours only", () => {
    const bare = (theme: "light" | "dark") =>
      drawFigure(figure, { theme })
        .replace(/#[0-9a-f]{6}/g, "")
        .replace(/data:image\/png;base64,[\w+/=]+/g, "");
    expect(bare("dark")).toBe(bare("light"));
  });
});

test("every outline that is used is defined once, and none else", () => {
  const svg = drawFigure(exampleFigures["learning-curves"]!);
  const defined = [...svg.matchAll(/<path id="(\w+)"/g)].map(([, id]) => id);
  const used = new Set([...svg.matchAll(/xlink:href="#(\w+)"/g)].map(([, id]) => id));
  expect(new Set(defined)).toEqual(used);
  expect(defined).toHaveLength(used.size);
});

test("numbers may come as arrays or as typed arrays", () => {
  const [x, y] = [
    [1, 2, 3],
    [3, 1, 2],
  ];
  const typed = { kind: "line", x: Float64Array.from(x!), y: Float64Array.from(y!) } as const;
  expect(drawFigure(figureOf([typed]))).toBe(drawFigure(figureOf([{ kind: "line", x: x!, y: y! }])));
});

test("text is escaped wherever it goes", () => {
  const nasty = `<script>alert("1")</script> & 'quotes' \u0000\u0008\ud800 ]]>`;
  const figure: Figure = {
    title: nasty,
    panels: [
      {
        title: nasty,
        x: { label: nasty },
        y: { label: `$${nasty.replaceAll("$", "")}$` },
        marks: [
          ...sampleMarks.map((mark) => ({ ...mark, ...("label" in mark && { label: nasty }) })),
          { kind: "text", x: 2, y: 2, text: nasty },
        ],
      },
    ],
  };
  const svg = drawFigure(figure);
  expect(xmlProblems(svg)).toEqual([]);
  expect(svg).not.toContain("<script");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  expect(svg).not.toMatch(/[\u0000-\u0008]|[\ud800-\udbff](?![\udc00-\udfff])/);
});

test("alternative text is the figure's own where it has one", () => {
  expect(drawFigure({ ...figureOf([]), description: "Own & words" })).toContain(
    "<desc>Own &amp; words</desc>",
  );
});

test("the drawing has the width that is asked for", () => {
  for (const width of [200, 640.5, 4000])
    expect(drawFigure(exampleFigures.trajectories!, { width })).toContain(`width="${width}"`);
});

test("panels that share axes have one domain and numbers at the outer panels only", () => {
  const panel = (scale: number) => ({
    x: { label: "x" },
    y: { label: "y" },
    marks: [{ kind: "line" as const, x: [0, scale], y: [0, scale] }],
  });
  const own = drawFigure({ columns: 2, panels: [1, 2, 3, 4].map(panel) });
  const shared = drawFigure({ columns: 2, share: "both", panels: [1, 2, 3, 4].map(panel) });
  const labels = (svg: string) => svg.match(/<text [^>]*>[xy]<\/text>/g)?.length;
  expect(labels(own)).toBe(8);
  expect(labels(shared)).toBe(4);
});
