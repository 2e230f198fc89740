import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { drawFigure } from "../../src/index.ts";
import { toPdf, toPng } from "../../src/node.ts";
import { exampleFigures } from "../helpers/example-figures.ts";
import { figureOf } from "../helpers/marks.ts";

const svg = drawFigure(exampleFigures["phase-diagram"]!, { width: 260 });
const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);

describe("PNG", () => {
  test.each([1, 2])("has the pixels that scale %i asks for", async (scale) => {
    const file = Buffer.from(await toPng(svg, { scale }));
    expect(file.subarray(1, 4).toString()).toBe("PNG");
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([scale * width!, scale * height!]);
  });

  test("has the same bytes each time", async () => {
    expect(await toPng(svg)).toEqual(await toPng(svg));
  });

  test("is refused where there is nothing to draw", async () => {
    await expect(toPng("<html>")).rejects.toThrow(TypeError);
    await expect(toPng(undefined as never)).rejects.toThrow(
      "toPng: svg must be an SVG document, got undefined",
    );
    for (const scale of [0, 11, Number.NaN])
      await expect(toPng(svg, { scale })).rejects.toThrow(
        `toPng: scale must be from 0.1 to 10, got ${scale}`,
      );
    await expect(toPng("<svg")).rejects.toThrow();
  });
});

describe("PDF", () => {
  test("has one page of the drawing's size, and the same bytes each time", async () => {
    const file = await toPdf(svg);
    const text = Buffer.from(file).toString("latin1");
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(text).toContain(`/MediaBox [0 0 ${width} ${height}]`);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text).toContain("(D:19700101000000Z)");
    expect(await toPdf(svg)).toEqual(file);
  });

  test("has text that can be searched: words in an embedded face, with their characters", async () => {
    const file = Buffer.from(await toPdf(drawFigure(figureOf([], { title: "Überlap $\\alpha$" }))));
    expect(file.toString("latin1")).toMatch(/\/FontFile2?/);
    const contents = streamsOf(file);
    expect(contents.some((content) => /beginbfrange|beginbfchar/.test(content))).toBe(true);
    expect(contents.some((content) => / Tj/.test(content))).toBe(true);
    const characters = contents.filter((content) => content.includes("beginbf")).join("");
    for (const character of "Überlapα") expect(characters).toContain(hex(character));
  });

  test("is refused where there is nothing to draw", async () => {
    await expect(toPdf("<svg>")).rejects.toThrow("toPdf: svg must be a drawing of drawFigure");
    await expect(toPdf(3 as never)).rejects.toThrow(TypeError);
  });
});

function hex(character: string): string {
  return character.codePointAt(0)!.toString(16).padStart(4, "0");
}

function streamsOf(file: Buffer): string[] {
  return [...file.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, data]) => {
    try {
      return [inflateSync(Buffer.from(data!, "latin1")).toString("latin1")];
    } catch {
      return [];
    }
  });
}
