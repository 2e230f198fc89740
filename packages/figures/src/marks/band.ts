import { area } from "d3-shape";
import { rangeOf } from "../axes/range.ts";
import type { BandMark } from "../mark.ts";
import { requireAlike } from "../require-data.ts";
import { element } from "../svg/element.ts";
import { rounded } from "../svg/number.ts";
import type { Frame } from "./frame.ts";
import type { MarkKind } from "./mark-kind.ts";
import { along, placesOf } from "./places.ts";
import { quoted, spanInWords } from "./words.ts";

type Slice = readonly [x: number, low: number, high: number];

const path = area<Slice>()
  .x(([x]) => rounded(x))
  .y0(([, low]) => rounded(low))
  .y1(([, , high]) => rounded(high))
  .defined((slice) => slice.every(Number.isFinite));

export const bandKind: MarkKind<BandMark> = {
  kind: "band",
  require: (path, { x, low, high }) => requireAlike(path, { x, low, high }),
  extentX: ({ x }, kind) => ({ range: rangeOf(kind, x) }),
  extentY: ({ low, high }, kind) => ({ range: rangeOf(kind, low, high) }),
  draw: (mark, frame, { colour }) =>
    element("path", { d: path(slices(mark, frame)) ?? "", fill: colour, "fill-opacity": 0.2 }),
  occupied: ({ x, low, high }, frame) => [
    ...along(placesOf(x, low, frame), frame),
    ...along(placesOf(x, high, frame), frame),
  ],
  swatch: (_, __, { colour }) =>
    element("rect", { y: -5, width: 26, height: 10, fill: colour, "fill-opacity": 0.25 }),
  describe: ({ label, low, high }) => `band${quoted(label)}, y ${spanInWords(low, high)}`,
};

/** On a logarithmic axis a band whose lower curve is not above zero runs to the end of the axis. */
function slices({ x, low, high }: BandMark, frame: Frame): Slice[] {
  const { kind } = frame.y;
  return Array.from({ length: x.length }, (_, i) => {
    const below = kind === "log" && low[i]! <= 0 ? frame.height : frame.y(low[i]!);
    return [frame.x(x[i]!), below, frame.y(high[i]!)];
  });
}
