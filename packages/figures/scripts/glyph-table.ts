import { open } from "fontkit";
import { normal } from "mathjax-full/js/output/svg/fonts/tex/normal.js";
import { parseOutline, writeOutline } from "./outline.ts";

/** Advance and outline of one character, in thousandths of the font size, y upwards. */
type Glyph = readonly [advance: number, path: string];

const symbols = "≤≥≠≈≡∝∞∂∇√∑∏∫∈∉⊂∪∩∀∃←→↔⇒⇔↑↓∼≃≪≫⊗⊕⟨⟩‖∥∣⋆∗∘′ℓℏ∧∨⊤⊥∅≲≳";
/** Mathematical italic A-Z, a-z (Unicode has h elsewhere) and small Greek letters. */
const italic = [...range(0x1d434, 0x1d454), 0x210e, ...range(0x1d456, 0x1d467), ...range(0x1d6fc, 0x1d71b)];
const doubleStruck = "ℂ𝔼ℕℙℝℤ";

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

interface FontkitGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly path: {
    readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
  };
}

const letters: Readonly<Record<string, string>> = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
};

/**
 * The outlines of all characters that labels can have.
 *
 * ASCII, Greek capitals, accents and formulas are MathJax's, so that words, numbers and typeset formulas are of one weight;
 * what it lacks, such as the letters of Scandinavian names, comes from a face of the same design.
 */
export async function glyphTable(file: string, text: string): Promise<Map<string, Glyph>> {
  const font = await open(file);
  const table = new Map<string, Glyph>([["\ufffd", [600, "m60 0v680h480v-680zm45 45h390v590h-390z"]]]);
  for (const character of [
    ...symbols,
    ...doubleStruck,
    ...italic.map((c) => String.fromCodePoint(c)),
    ...text,
  ]) {
    const glyph = mathGlyph(character) ?? textGlyph(font.glyphForCodePoint(character.codePointAt(0)!));
    if (glyph === undefined) throw new Error(`glyphTable: a face must have ${character}, got none`);
    table.set(character, glyph);
  }
  return new Map([...table].sort(([a], [b]) => a.codePointAt(0)! - b.codePointAt(0)!));
}

function mathGlyph(character: string): Glyph | undefined {
  const data = normal[character.codePointAt(0)!];
  const path = data?.[3]?.p;
  return data === undefined || path === undefined
    ? undefined
    : [Math.round(1000 * data[2]), writeOutline(parseOutline(`M${path}Z`))];
}

function textGlyph({ id, advanceWidth, path }: FontkitGlyph): Glyph | undefined {
  if (id === 0) return undefined;
  const commands = path.commands.map(({ command, args }) => ({
    letter: letters[command] ?? "",
    numbers: args,
  }));
  return [Math.round(advanceWidth), writeOutline(commands)];
}

/** By how much two letters are to stand closer or further apart, in thousandths of the size. */
export async function kernTable(file: string): Promise<Map<string, number>> {
  const font = await open(file);
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];
  const pairs = letters.flatMap((left) => letters.map((right) => left + right));
  return new Map(
    pairs.flatMap((pair): [string, number][] => {
      const { glyphs, positions } = font.layout(pair, { liga: false });
      const kern = Math.round((positions[0]?.xAdvance ?? 0) - (glyphs[0]?.advanceWidth ?? 0));
      return kern === 0 ? [] : [[pair, kern]];
    }),
  );
}
