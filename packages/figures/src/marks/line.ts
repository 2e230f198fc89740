import { line } from "d3-shape";
import { rangeOf } from "../axes/range.ts";
import type { LineMark } from "../mark.ts";
import { requireAlike } from "../require-data.ts";
import { rounded } from "../svg/number.ts";
import type { Place } from "../svg/place.ts";
import type { MarkKind } from "./mark-kind.ts";
import { along, placesOf } from "./places.ts";
import { stroke } from "./stroke.ts";
import { counted, quoted, spanInWords } from "./words.ts";

const path = line<Place>()
  .x(([x]) => rounded(x))
  .y(([, y]) => rounded(y))
  .defined(([x, y]) => Number.isFinite(x) && Number.isFinite(y));

/** The data of a path through places, lifted at gaps. */
export function curve(places: readonly Place[]): string {
  return path([...places]) ?? "";
}

export const lineKind: MarkKind<LineMark> = {
  kind: "line",
  require: (path, { x, y }) => requireAlike(path, { x, y }),
  extentX: ({ x }, kind) => ({ range: rangeOf(kind, x) }),
  extentY: ({ y }, kind) => ({ range: rangeOf(kind, y) }),
  draw: ({ x, y, dashed }, frame, { colour, cycle }) =>
    stroke(curve(placesOf(x, y, frame)), { colour, dashed, cycle }, frame),
  occupied: ({ x, y }, frame) => along(placesOf(x, y, frame), frame),
  swatch: ({ dashed }, frame, { colour, cycle }) => stroke("M0,0H26", { colour, dashed, cycle }, frame),
  describe: ({ label, x, y, dashed }) =>
    `${dashed ? "dashed " : ""}line${quoted(label)} through ${counted(x.length, "point")}, y ${spanInWords(y)}`,
};
