const capitals = 0x1d434;
const small = 0x1d44e;
const greek = 0x1d6fc;
const variants: Readonly<Record<string, string>> = { ϵ: "𝜖", ϑ: "𝜗", ϕ: "𝜙", ϱ: "𝜚", ϖ: "𝜛" };
const doubled: Readonly<Record<string, string>> = { C: "ℂ", E: "𝔼", N: "ℕ", P: "ℙ", R: "ℝ", Z: "ℤ" };

/** A letter as formulas have it, in mathematical italics; any other character as it is. */
export function italic(character: string): string {
  const code = character.codePointAt(0)!;
  if (character === "h") return "ℎ";
  if (/^[A-Z]$/.test(character)) return String.fromCodePoint(capitals + code - 65);
  if (/^[a-z]$/.test(character)) return String.fromCodePoint(small + code - 97);
  if (code >= 0x3b1 && code <= 0x3c9) return String.fromCodePoint(greek + code - 0x3b1);
  return variants[character] ?? character;
}

/** A capital as names of sets have it; any other character as it is. */
export function doubleStruck(character: string): string {
  return doubled[character] ?? character;
}

/** Text with plain letters instead of mathematical ones, as one would search for it. */
export function plainLetters(text: string): string {
  return text.replace(/[\u{1d400}-\u{1d7ff}ℎ]/gu, (letter) => letter.normalize("NFKC"));
}
