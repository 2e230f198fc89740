import { glyphs } from "./glyphs.generated.ts";
import { italic } from "./unicode/letters.ts";

/** A character's outline at its place in a line, in thousandths of the size. */
export interface PlacedGlyph {
  readonly character: string;
  readonly x: number;
  readonly y: number;
}

/** What one character is drawn with, from x = 0, and its advance. */
export interface GlyphGroup {
  readonly glyphs: readonly PlacedGlyph[];
  readonly advance: number;
}

const blanks: Readonly<Record<string, number>> = {
  " ": 333,
  "\u2009": 167,
  "\u00a0": 333,
  "\n": 333,
  "\t": 333,
};
const marks: Readonly<Record<string, string>> = {
  "\u0300": "`",
  "\u0301": "´",
  "\u0302": "ˆ",
  "\u0303": "˜",
  "\u0304": "¯",
  "\u0306": "˘",
  "\u0307": "˙",
  "\u0308": "¨",
  "\u030a": "˚",
  "\u030b": "˝",
  "\u030c": "ˇ",
  "\u0327": "¸",
  "\u0328": "˛",
};
const unknown = "\ufffd";

/** The outlines of a character: its own, those of a letter with its accents, or a box where the face has none. */
export function glyphOf(character: string): GlyphGroup {
  if (Object.hasOwn(blanks, character)) return { glyphs: [], advance: blanks[character]! };
  for (const shown of [character, italic(character)])
    if (Object.hasOwn(glyphs, shown))
      return { glyphs: [{ character: shown, x: 0, y: 0 }], advance: glyphs[shown]![0] };
  return accented(character) ?? glyphOf(unknown);
}

function accented(character: string): GlyphGroup | undefined {
  const [base = "", ...accents] = character.normalize("NFD");
  const letter = base === "i" ? "ı" : base;
  if (!Object.hasOwn(glyphs, letter) || !accents.every((accent) => Object.hasOwn(marks, accent)))
    return undefined;
  const advance = glyphs[letter]![0];
  const placed = accents.map((accent) => accentOver(letter, marks[accent]!));
  return accents.length === 0
    ? undefined
    : { glyphs: [{ character: letter, x: 0, y: 0 }, ...placed], advance };
}

/** An accent over the middle of a letter, higher over a tall one; cedilla and ogonek stay below. */
export function accentOver(letter: string, accent: string): PlacedGlyph {
  const tall = /[A-Zbdfhklß𝐴-𝑍𝑏𝑑𝑓ℎ𝑘𝑙]/u.test(letter) && !/[¸˛]/.test(accent);
  return { character: accent, x: (glyphOf(letter).advance - glyphOf(accent).advance) / 2, y: tall ? 240 : 0 };
}

/** The identifier of a character's outline within a drawing. */
export function glyphId(character: string): string {
  return `g${character.codePointAt(0)!.toString(16)}`;
}

/** The definitions of all outlines that a drawing refers to. */
export function glyphDefinitions(svg: string): string {
  const used = new Set(
    [...svg.matchAll(/href="#g([0-9a-f]+)"/g)].map(([, code]) => Number.parseInt(code!, 16)),
  );
  return [...used]
    .sort((a, b) => a - b)
    .map((code) => String.fromCodePoint(code))
    .map((character) => `<path id="${glyphId(character)}" d="${glyphs[character]![1]}"/>`)
    .join("");
}
