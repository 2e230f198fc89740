import { gaussLegendre } from "@onsager/hermite";
import { findRoot } from "../find-root.ts";
import type { Chart, Place } from "../quadrature/chart.ts";
import type { Stream } from "../random.ts";

/** A stretch of a chart's variable and its probability. */
interface Cell {
  readonly charted: ChartedDensity;
  readonly from: number;
  readonly to: number;
  readonly mass: number;
}

const cellLength = 1 / 4;
const nodesPerCell = 12;

/** A piece of a density: where it is integrated over, and its values. */
export interface ChartedDensity {
  readonly chart: Chart;
  /** From w and its distance to the end nearby. */
  readonly density: (w: number, gap: number) => number;
}

/** Samples a density on charts by inversion: one uniform finds the cell, and the root in it of the distribution function. */
export function densitySampler(pieces: readonly ChartedDensity[]): (random: Stream) => number {
  let cells: readonly Cell[] | undefined;
  const rule = gaussLegendre(nodesPerCell);
  const place: Place = { x: 0, slope: 0, gap: Infinity };
  const massBetween = ({ chart, density }: ChartedDensity, from: number, to: number): number => {
    const half = (to - from) / 2;
    return rule.nodes.reduce((sum, node, i) => {
      chart.place(from + half * (1 + node), place);
      return sum + half * rule.weights[i]! * place.slope * density(place.x, place.gap);
    }, 0);
  };
  const allCells = (): Cell[] =>
    pieces.flatMap((charted) => {
      const { chart } = charted;
      const count = Math.ceil((chart.to - chart.from) / cellLength);
      const end = (i: number): number => chart.from + ((chart.to - chart.from) * i) / count;
      return Array.from({ length: count }, (_, i) => {
        const [from, to] = [end(i), end(i + 1)];
        return { charted, from, to, mass: massBetween(charted, from, to) };
      });
    });
  return (random) => {
    cells ??= allCells();
    let left = random.uniform() * cells.reduce((sum, { mass }) => sum + mass, 0);
    const chosen = cells.find(({ mass }) => {
      left -= mass;
      return left < 0;
    });
    const { charted, from, to, mass } = chosen ?? cells.at(-1)!;
    const target = left + mass;
    const u = findRoot((at) => massBetween(charted, from, at) - target, from, to);
    charted.chart.place(u, place);
    return place.x;
  };
}
