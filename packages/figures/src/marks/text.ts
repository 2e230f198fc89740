import { requireFinite } from "../argument-checks.ts";
import { rangeOf } from "../axes/range.ts";
import type { TextMark } from "../mark.ts";
import { requireChoice, requireText } from "../require-data.ts";
import type { Place } from "../svg/place.ts";
import type { TextBox } from "../text/text-box.ts";
import { placeText, plainLabel } from "../text/typeset.ts";
import type { Frame } from "./frame.ts";
import type { MarkKind } from "./mark-kind.ts";
import { rim } from "./stroke.ts";
import { numberInWords } from "./words.ts";

const edge = 6;

export const textKind: MarkKind<TextMark> = {
  kind: "text",
  require: (path, { x, y, text, anchor }) => {
    requireFinite("drawFigure", `${path}.x`, x);
    requireFinite("drawFigure", `${path}.y`, y);
    requireText(`${path}.text`, text);
    if (anchor !== undefined) requireChoice(`${path}.anchor`, anchor, ["start", "middle", "end"]);
  },
  extentX: ({ x }, kind) => ({ range: rangeOf(kind, [x]) }),
  extentY: ({ y }, kind) => ({ range: rangeOf(kind, [y]) }),
  draw: () => "",
  drawOver: (mark, frame) => {
    const box = frame.label(mark.text);
    const [x, y] = cornerOf(mark, box, frame);
    if (!Number.isFinite(x + y)) return "";
    const { theme, overHeat } = frame;
    const halo = overHeat ? rim : theme.background;
    return placeText(box, x, y, { colour: overHeat ? "#ffffff" : theme.ink, halo });
  },
  occupied: (mark, frame) => {
    const box = frame.label(mark.text);
    const [x, y] = cornerOf(mark, box, frame);
    const steps = Math.ceil(box.width / 4);
    return Array.from(
      { length: steps + 1 },
      (_, i): Place => [x + (box.width * i) / steps, y - box.size / 3],
    );
  },
  swatch: () => "",
  describe: ({ text, x, y }) => `note "${plainLabel(text)}" at (${numberInWords(x)}, ${numberInWords(y)})`,
};

/** Where the baseline begins, such that the note stays inside of the frame. */
function cornerOf({ x, y, anchor = "middle" }: TextMark, box: TextBox, frame: Frame): Place {
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  const left = frame.x(x) - share * box.width;
  const baseline = frame.y(y) + (box.ascent - box.descent) / 2;
  return [
    Math.max(edge, Math.min(left, frame.width - edge - box.width)),
    Math.max(edge + box.ascent, Math.min(baseline, frame.height - edge - box.descent)),
  ];
}
