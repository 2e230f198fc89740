import type { Maths } from "../maths.ts";
import { escapeXml } from "../svg/escape.ts";
import { svgNumber } from "../svg/number.ts";
import { accentOver, glyphId, glyphOf, type PlacedGlyph } from "./glyph.ts";
import { kerns } from "./glyphs.generated.ts";
import type { Run } from "./run.ts";
import { splitLabel } from "./split-label.ts";
import type { TextBox } from "./text-box.ts";
import { textRuns } from "./text-runs.ts";
import { plainLetters } from "./unicode/letters.ts";
import { unicodeRuns } from "./unicode/unicode-runs.ts";

/** A label with `$LaTeX$` parts, its formulas by `maths` where that is there and can. */
export function typesetLabel(label: string, size: number, maths?: Maths): TextBox {
  return beside(
    splitLabel(label).map(({ text, latex }) =>
      latex ? typesetFormula(text, size, maths) : typesetRuns(textRuns(text), size),
    ),
    size,
  );
}

function typesetFormula(latex: string, size: number, maths?: Maths): TextBox {
  const plain = typesetRuns(unicodeRuns(latex), size);
  const box = maths?.(latex, size);
  if (box === undefined) return plain;
  return { ...plain, svg: box.svg, width: box.width, ascent: box.height, descent: box.depth };
}

function beside(boxes: readonly TextBox[], size: number): TextBox {
  let width = 0;
  let svg = "";
  for (const box of boxes) {
    svg += width === 0 ? box.svg : `<g transform="translate(${svgNumber(width)} 0)">${box.svg}</g>`;
    width += box.width;
  }
  return {
    svg,
    size,
    width,
    text: boxes.map(({ text }) => text).join(""),
    ascent: Math.max(0.7 * size, ...boxes.map(({ ascent }) => ascent)),
    descent: Math.max(0.22 * size, ...boxes.map(({ descent }) => descent)),
  };
}

/** Runs of characters one after the other. */
export function typesetRuns(runs: readonly Run[], size: number): TextBox {
  let x = 0;
  let svg = "";
  let last = "";
  for (const run of runs) {
    const scale = run.scale ?? 1;
    const line = run.accent ? { glyphs: [accentAfter(last, run.text)], advance: 0 } : lineOf(run.text);
    svg += outlines(line.glyphs, x, (run.raise ?? 0) * size, (scale * size) / 1000);
    x += (line.advance * scale * size) / 1000;
    last = [...run.text].at(-1) ?? "";
  }
  const raised = runs.map((run) => (run.raise ?? 0) + 0.7 * (run.scale ?? 1));
  const lowered = runs.map((run) => 0.22 * (run.scale ?? 1) - (run.raise ?? 0));
  return {
    svg,
    size,
    width: x,
    text: plainLetters(plainRuns(runs)),
    ascent: size * Math.max(0.7, ...raised),
    descent: size * Math.max(0.22, ...lowered),
  };
}

/** Back over the letter that was just written. */
function accentAfter(letter: string, accent: string): PlacedGlyph {
  const placed = accentOver(letter, accent);
  return { ...placed, x: placed.x - glyphOf(letter).advance };
}

function lineOf(text: string): { readonly glyphs: readonly PlacedGlyph[]; readonly advance: number } {
  let advance = 0;
  let last = "";
  const glyphs: PlacedGlyph[] = [];
  for (const character of text) {
    const group = glyphOf(character);
    advance += kerns[last + character] ?? 0;
    last = character;
    for (const glyph of group.glyphs) glyphs.push({ ...glyph, x: glyph.x + advance });
    advance += group.advance;
  }
  return { glyphs, advance };
}

function outlines(glyphs: readonly PlacedGlyph[], x: number, raise: number, scale: number): string {
  if (glyphs.length === 0) return "";
  const uses = glyphs.map(({ character, x: dx, y: dy }) => {
    const place = `${dx === 0 ? "" : ` x="${svgNumber(dx)}"`}${dy === 0 ? "" : ` y="${svgNumber(dy)}"`}`;
    return `<use xlink:href="#${glyphId(character)}"${place}/>`;
  });
  const factor = String(Math.round(scale * 1e5) / 1e5);
  const origin = x === 0 && raise === 0 ? "" : `translate(${svgNumber(x)} ${svgNumber(-raise)}) `;
  return `<g transform="${origin}scale(${factor} -${factor})">${uses.join("")}</g>`;
}

/** Runs as one line of text, such as `10^(−3)`. */
function plainRuns(runs: readonly Run[]): string {
  return runs
    .map(({ text, raise = 0 }) => {
      if (raise === 0) return text;
      const sign = raise > 0 ? "^" : "_";
      return [...text].length === 1 ? sign + text : `${sign}(${text})`;
    })
    .join("");
}

/** A label as one line of text without LaTeX. */
export function plainLabel(label: string): string {
  return typesetLabel(label, 1).text;
}

/** How a box is placed: which end of it is at `x`, whether it reads upwards, and what surrounds its strokes. */
export interface PlaceOptions {
  readonly anchor?: "start" | "middle" | "end";
  readonly upwards?: boolean;
  readonly colour: string;
  readonly halo?: string;
}

/** A box with its baseline through (x, y), and its text, unseen, for search and selection. */
export function placeText(box: TextBox, x: number, y: number, options: PlaceOptions): string {
  const shift = { start: 0, middle: -box.width / 2, end: -box.width }[options.anchor ?? "start"];
  const transform = options.upwards
    ? `translate(${svgNumber(x)} ${svgNumber(y - shift)}) rotate(-90)`
    : `translate(${svgNumber(x + shift)} ${svgNumber(y)})`;
  const halo =
    options.halo === undefined
      ? ""
      : `<g fill="${options.halo}" stroke="${options.halo}" stroke-width="${svgNumber(0.22 * box.size)}" stroke-linejoin="round">${box.svg}</g>`;
  const hidden = `<text fill-opacity="0" font-size="${svgNumber(box.size)}" textLength="${svgNumber(box.width)}" lengthAdjust="spacingAndGlyphs">${escapeXml(box.text)}</text>`;
  return `<g transform="${transform}" fill="${options.colour}">${halo}${box.svg}${box.text === "" ? "" : hidden}</g>`;
}
