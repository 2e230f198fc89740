import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { colourScale, shades } from "../../src/colours/colour-scale.ts";
import { luminance } from "../../src/colours/luminance.ts";
import { encodePng } from "../../src/colours/png.ts";
import { viridis } from "../../src/colours/viridis.ts";
import { themes } from "../../src/themes/index.ts";
import { distance, visions } from "../helpers/colour-vision.ts";

describe.each(Object.values(themes))("theme $name", ({ background, ink, muted, palette }) => {
  const contrast = (colour: string): number => {
    const [a, b] = [luminance(colour), luminance(background)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  test("has text of 7:1 and lines of 3:1 against its background, as WCAG asks", () => {
    expect(contrast(ink)).toBeGreaterThan(7);
    expect(contrast(muted)).toBeGreaterThan(4.5);
    for (const colour of palette) expect(contrast(colour), colour).toBeGreaterThan(3);
  });

  test.each(Object.keys(visions))("keeps its series apart for %s vision", (vision) => {
    for (const [i, one] of palette.entries())
      for (const other of palette.slice(0, i))
        expect(distance(one, other, vision), `${one} ${other}`).toBeGreaterThan(20);
  });
});

describe("viridis", () => {
  test("has the ends and the middle of its authors", () => {
    expect([0, 0.5, 1].map(viridis)).toEqual(["#440154", "#21918c", "#fde725"]);
    expect([-1, 2].map(viridis)).toEqual(["#440154", "#fde725"]);
  });

  test("grows lighter all the way, which survives greyscale", () => {
    const light = Array.from({ length: 101 }, (_, i) => luminance(viridis(i / 100)));
    for (let i = 1; i < light.length; i++) expect(light[i]).toBeGreaterThan(light[i - 1]!);
  });

  test.each(Object.keys(visions))("has different colours at different values for %s vision", (vision) => {
    for (let i = 0; i < 10; i++)
      expect(distance(viridis(i / 10), viridis((i + 1) / 10), vision)).toBeGreaterThan(5);
  });
});

test("a colour scale goes from end to end, and has a colour for what is missing", () => {
  const scale = colourScale("q", [-1, 3], "#123456");
  expect([-5, -1, 1, 3, 9].map((value) => scale.index(value))).toEqual([0, 0, 127, 254, 254]);
  expect(scale.colour(Number.NaN)).toBe("#123456");
  expect(scale.index(Number.POSITIVE_INFINITY)).toBe(shades);
});

test("an image holds its pixels", () => {
  const pixels = Uint8Array.from({ length: 12 }, (_, i) => i % 3);
  const file = Buffer.from(encodePng(3, 4, pixels, ["#ff0000", "#00ff00", "#0000ff"]));
  expect(file.subarray(1, 4).toString()).toBe("PNG");
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([4, 3]);
  const chunk = (name: string) => {
    const at = file.indexOf(name);
    return file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4));
  };
  expect([...chunk("PLTE")]).toEqual([255, 0, 0, 0, 255, 0, 0, 0, 255]);
  const lines = inflateSync(chunk("IDAT"));
  const rows = [0, 1, 2].map((row) => [...lines.subarray(5 * row, 5 * row + 5)]);
  expect(rows.flatMap(([filter, ...row]) => (filter === 0 ? row : []))).toEqual([...pixels]);
});
