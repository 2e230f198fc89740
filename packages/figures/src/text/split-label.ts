/** A part of a label: words, or LaTeX that stood between dollar signs. */
export interface LabelPart {
  readonly text: string;
  readonly latex: boolean;
}

/** The parts of a label; `\$` is a dollar sign, and so is one that has no partner. */
export function splitLabel(label: string): LabelPart[] {
  return label
    .split(/(?<!\\)\$((?:[^$\\]|\\.)+)\$/s)
    .map((text, i) => ({ text: i % 2 === 1 ? text : text.replaceAll("\\$", "$"), latex: i % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
