import { describe, expect, test } from "vitest";
import { wrapLabel } from "../../src/layout/wrap-label.ts";
import { glyphOf } from "../../src/text/glyph.ts";
import { splitLabel } from "../../src/text/split-label.ts";
import { plainLabel, typesetLabel, typesetRuns } from "../../src/text/typeset.ts";
import { unicodeRuns } from "../../src/text/unicode/unicode-runs.ts";

describe("a label is split at dollar signs", () => {
  test.each([
    ["Number $n$ of samples", ["Number ", "$n$", " of samples"]],
    ["$a$$b$", ["$a$", "$b$"]],
    ["costs 5$", ["costs 5$"]],
    ["costs \\$5 or $x$", ["costs $5 or ", "$x$"]],
    ["$$", ["$$"]],
    ["$a\\$b$", ["$a\\$b$"]],
    ["", []],
  ])("%s", (label, expected) => {
    expect(splitLabel(label).map(({ text, latex }) => (latex ? `$${text}$` : text))).toEqual(expected);
  });
});

describe("formulas have a form in Unicode", () => {
  test.each([
    ["\\alpha = n/d", "α = n/d"],
    ["\\lambda_c = \\alpha^{-1/2}", "λ_c = α^(−1/2)"],
    ["\\mathcal{E}(n) = \\mathbb{E}\\,\\|\\hat f - f^\\star\\|^2", "E(n) = 𝔼\u2009‖fˆ − f^⋆‖^2"],
    ["N = 1000", "N = 1000"],
    ["-x", "−x"],
    ["a-b", "a − b"],
    ["\\frac{a}{b+1}", "a/(b + 1)"],
    ["\\sqrt{2}\\sqrt{xy}", "√2√(xy)"],
    ["\\text{for all } x \\le 1", "for all x ≤ 1"],
    ["f'", "f′"],
    ["x_{i_j}", "x_i_j"],
    ["\\left(\\log n\\right)", "(logn)"],
    ["h \\in \\mathbb{R}^d", "h ∈ ℝ^d"],
    ["}a{", "a"],
    ["^", ""],
    ["\\unknown x", "unknownx"],
    ["\\toString", "toString"],
  ])("%s", (latex, expected) => {
    expect(plainLabel(`$${latex}$`).normalize("NFKC").replace("E‖", "E ‖")).toBe(
      expected.normalize("NFKC").replace("E‖", "E ‖"),
    );
  });

  test("raised and lowered parts are smaller, and more so inside of one another", () => {
    const [, first, second] = unicodeRuns("x_{i_j}");
    expect(first).toMatchObject({ text: "𝑖", scale: 0.7 });
    expect(second!.scale).toBeCloseTo(0.49, 12);
    expect(second!.raise).toBeLessThan(first!.raise!);
  });

  test("nesting without end comes to an end", () => {
    for (const latex of [
      "{".repeat(900),
      "^".repeat(900),
      "\\frac".repeat(200),
      "_{".repeat(450),
      "\\hat".repeat(250),
    ])
      expect(() => typesetLabel(`$${latex}$`, 12)).not.toThrow();
  });
});

describe("a line of text", () => {
  test("is as wide as its letters, closer where they are kerned", () => {
    const width = (text: string) => typesetRuns([{ text }], 1000).width;
    expect(width("nn")).toBe(2 * width("n"));
    expect(width("AV")).toBeLessThan(width("A") + width("V"));
    expect(width("")).toBe(0);
  });

  test("has letters with accents, higher over tall ones", () => {
    const accents = (character: string) => glyphOf(character).glyphs.slice(1);
    expect(accents("é")).toHaveLength(1);
    expect(accents("É")[0]!.y).toBeGreaterThan(accents("é")[0]!.y);
    expect(accents("ç")[0]).toMatchObject({ character: "¸", y: 0 });
    expect(glyphOf("í").glyphs[0]!.character).toBe("ı");
    expect(glyphOf("é").advance).toBe(glyphOf("e").advance);
  });

  test("has a box for what the face lacks, and keeps the character in its text", () => {
    expect(glyphOf("日").glyphs[0]!.character).toBe("\ufffd");
    expect(typesetLabel("日", 12).text).toBe("日");
  });

  test("sets Unicode's raised and lowered digits as formulas do", () => {
    expect(typesetLabel("10⁻³", 12)).toEqual(typesetLabel("$10^{-3}$", 12));
    expect(typesetLabel("H₂", 12)).toMatchObject({ text: "H_2" });
  });

  test("with a formula that something typesets has that formula's size", () => {
    const maths = () => ({ svg: "<path/>", width: 30, height: 11, depth: 5 });
    const box = typesetLabel("a $x$", 12, maths);
    expect(box.width).toBeCloseTo(30 + typesetLabel("a ", 12).width, 9);
    expect(box).toMatchObject({ ascent: 11, descent: 5, text: "a x" });
    expect(typesetLabel("a $x$", 12, () => undefined)).toEqual(typesetLabel("a $x$", 12));
  });
});

describe("a long label", () => {
  const long = "Generalisation error of the estimator against the number $n = 1, 2, 3$ of samples";

  test("is broken between words into lines that fit, formulas whole", () => {
    const lines = wrapLabel(long, 14, 180);
    expect(lines.length).toBeGreaterThan(2);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(180);
    expect(lines.map(({ text }) => text).join(" ")).toBe(plainLabel(long));
    expect(lines.some(({ text }) => text.includes("n = 1,2,3"))).toBe(true);
  });

  test("becomes smaller where a single word is too wide", () => {
    const [line, ...others] = wrapLabel("Donaudampfschifffahrtsgesellschaft", 14, 100);
    expect(others).toEqual([]);
    expect(line!.width).toBeCloseTo(100, 9);
  });
});
