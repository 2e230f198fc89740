import type { Maths } from "../maths.ts";
import { splitLabel } from "../text/split-label.ts";
import type { TextBox } from "../text/text-box.ts";
import { typesetLabel } from "../text/typeset.ts";

/** A label on as many lines as a width asks for, broken at spaces outside of formulas. */
export function wrapLabel(label: string, size: number, width: number, maths?: Maths): TextBox[] {
  const lines: string[] = [];
  for (const word of wordsOf(label)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && typesetLabel(longer, size, maths).width <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fitLabel(line, size, width, maths));
}

function wordsOf(label: string): string[] {
  const marked = splitLabel(label).map(({ text, latex }) =>
    latex ? `$${text.replaceAll(" ", "\u0001")}$` : text.replaceAll("$", "\\$"),
  );
  return marked
    .join("")
    .split(/ +/)
    .filter((word) => word !== "")
    .map((word) => word.replaceAll("\u0001", " "));
}

/** A label on one line, smaller where it would be wider than it may be. */
export function fitLabel(label: string, size: number, width: number, maths?: Maths): TextBox {
  const box = typesetLabel(label, size, maths);
  return box.width <= width ? box : typesetLabel(label, (size * width) / box.width, maths);
}
