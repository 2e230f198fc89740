import type { Figure, Mark } from "@onsager/experiments";
import { groupBy, summarise } from "@onsager/scaling";
import type { Curve, FittedLaw } from "./fit-curve.ts";

/** Points of a law's line. */
const POINTS = 200;

/** A learning curve on logarithmic axes, means with standard errors over seeds, with its best laws. */
export function fitFigure(
  curve: Curve,
  names: readonly [x: string, y: string],
  fitted: readonly FittedLaw[],
): Figure {
  const rows = Array.from(curve.x, (x, i) => ({ x, y: curve.y[i]! }));
  const summaries = groupBy(rows, ["x"]).map((group) => ({
    x: group.rows[0]!.x as number,
    ...summarise(group.rows.map((row) => row.y as number)),
  }));
  const error = summaries.map(({ standardError }) => (Number.isFinite(standardError) ? standardError : 0));
  const ends = fitted.flatMap(({ extrapolations }) => extrapolations.map(({ x }) => x));
  const [least, most] = [Math.min(...curve.x, ...ends), Math.max(...curve.x, ...ends)];
  return {
    title: `${names[1]} against ${names[0]}`,
    panels: [
      {
        x: { label: names[0], scale: "log" },
        y: { label: names[1], scale: curve.y.every((value) => value > 0) ? "log" : "linear" },
        marks: [
          ...fitted.map((law, k) => lineOf(law, least, most, k)),
          {
            kind: "points",
            label: "data",
            x: summaries.map(({ x }) => x),
            y: summaries.map(({ mean }) => mean),
            error,
            colour: 0,
          },
        ],
      },
    ],
  };
}

function lineOf({ law, result }: FittedLaw, least: number, most: number, index: number): Mark {
  const x = Array.from({ length: POINTS + 1 }, (_, k) => least * (most / least) ** (k / POINTS));
  const y = x.map((at) => law.evaluate(result.parameters, at));
  return { kind: "line", label: law.name.replaceAll("-", " "), x, y, colour: index + 1, dashed: index > 0 };
}
