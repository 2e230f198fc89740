import type { TextBox } from "../text/text-box.ts";
import { type PlaceOptions, placeText } from "../text/typeset.ts";

const leading = 3;

/** The height of lines one below the other. */
export function linesHeight(lines: readonly TextBox[]): number {
  return lines.reduce((sum, { ascent, descent }, i) => sum + ascent + descent + (i > 0 ? leading : 0), 0);
}

/** Centred lines whose top is at y or, for those that read upwards, whose left end is at x. */
export function placeLines(
  lines: readonly TextBox[],
  x: number,
  y: number,
  { colour, upwards = false }: Pick<PlaceOptions, "colour" | "upwards">,
): string {
  const options = { colour, upwards, anchor: "middle" } as const;
  let passed = 0;
  return lines
    .map((box) => {
      const at = passed + box.ascent;
      passed = at + box.descent + leading;
      return upwards ? placeText(box, x + at, y, options) : placeText(box, x, y + at, options);
    })
    .join("");
}
