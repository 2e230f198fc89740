import { rangeOf } from "../axes/range.ts";
import type { PointsMark } from "../mark.ts";
import { requireAlike, requireChoice } from "../require-data.ts";
import { element } from "../svg/element.ts";
import type { Place } from "../svg/place.ts";
import { drawErrorBars, errorBars } from "./error-bars.ts";
import type { Frame, Style } from "./frame.ts";
import type { MarkKind } from "./mark-kind.ts";
import { along, placesOf } from "./places.ts";
import { pointRadius, shapeAt, shapes } from "./shapes.ts";
import { rim } from "./stroke.ts";
import { counted, quoted, spanInWords } from "./words.ts";

export const pointsKind: MarkKind<PointsMark> = {
  kind: "points",
  require: (path, { x, y, error, values, shape }) => {
    requireAlike(path, { x, y, error, values });
    if (shape !== undefined) requireChoice(`${path}.shape`, shape, shapes);
  },
  extentX: ({ x }, kind) => ({ range: rangeOf(kind, x) }),
  extentY: (mark, kind) => ({ range: rangeOf(kind, mark.y, ends(mark, -1), ends(mark, 1)) }),
  draw: () => "",
  drawOver: (mark, frame, style) => drawErrorBars(mark, frame, style) + markers(mark, frame, style),
  occupied: (mark, frame) => [
    ...placesOf(mark.x, mark.y, frame).filter((place) => isInside(place, frame)),
    ...errorBars(mark, frame).flatMap(({ x, low, high }) =>
      along(
        [
          [x, high],
          [x, low],
        ],
        frame,
      ),
    ),
  ],
  swatch: (mark, frame, style) => markerPath(mark, [[13, 0]], frame, swatchStyle(mark, frame, style)),
  describe: ({ label, x, y, error, values }) =>
    [
      `${counted(x.length, "point")}${quoted(label)}, y ${spanInWords(y)}`,
      ...(error ? ["with bars of one standard error"] : []),
      ...(values ? [`coloured by values ${spanInWords(values)}`] : []),
    ].join(", "),
};

/** Points with values have all colours: one from the middle of the scale stands for them. */
function swatchStyle({ values }: PointsMark, { colours }: Frame, style: Style): Style {
  return values === undefined || colours === undefined ? style : { ...style, colour: colours.palette[150]! };
}

function ends({ y, error }: PointsMark, sign: number): number[] {
  return error === undefined ? [] : Array.from(y, (value, i) => value + sign * error[i]!);
}

/** On the frame counts as inside, up to rounding. */
function isInside([x, y]: Place, { width, height }: Frame): boolean {
  return x >= -0.01 && x <= width + 0.01 && y >= -0.01 && y <= height + 0.01;
}

function markers(mark: PointsMark, frame: Frame, style: Style): string {
  const places = placesOf(mark.x, mark.y, frame);
  if (mark.values === undefined || frame.colours === undefined)
    return markerPath(
      mark,
      places.filter((place) => isInside(place, frame)),
      frame,
      style,
    );
  const { colours } = frame;
  return places
    .map((place, i) => ({ place, value: mark.values![i]! }))
    .filter(({ place, value }) => isInside(place, frame) && Number.isFinite(value))
    .map(({ place, value }) => markerPath(mark, [place], frame, { ...style, colour: colours.colour(value) }))
    .join("");
}

function markerPath(mark: PointsMark, places: readonly Place[], frame: Frame, style: Style): string {
  if (places.length === 0) return "";
  const shape = mark.shape ?? shapes[style.index % shapes.length]!;
  const valued = mark.values !== undefined;
  const radius = valued ? 4.2 : places.length > 400 ? 2 : pointRadius;
  const d = places.map(([x, y]) => shapeAt(shape, x, y, radius)).join("");
  const paint = (edge: string, width: number): string =>
    element("path", {
      d,
      fill: style.colour,
      stroke: edge,
      "stroke-width": width,
      "stroke-linejoin": "round",
    });
  if (valued || frame.overHeat) return paint(rim, 3) + paint("#ffffff", 1.4);
  return paint(frame.theme.background, 0.8);
}
