import type { Run } from "./run.ts";

/** How far and how large superscripts and subscripts are set. */
export const scripts = {
  superscript: { scale: 0.7, raise: 0.36 },
  subscript: { scale: 0.7, raise: -0.2 },
} as const;

/** Words as runs: Unicode's raised and lowered digits and signs are set like those of formulas. */
export function textRuns(text: string): Run[] {
  return (text.match(/[²³¹⁰-⁹⁺-⁾ⁿ]+|[₀-₉₊-₎]+|[^²³¹⁰-⁹⁺-⁾ⁿ₀-₉₊-₎]+/g) ?? []).map((part) => {
    const plain = part.normalize("NFKC");
    if (/^[²³¹⁰-⁹⁺-⁾ⁿ]/.test(part)) return { text: plain, ...scripts.superscript };
    if (/^[₀-₉₊-₎]/.test(part)) return { text: plain, ...scripts.subscript };
    return { text: part };
  });
}
