import { chartRule } from "../quadrature/chart-rule.ts";
import { integrate } from "../quadrature/integrate.ts";
import { lineChart } from "../quadrature/line-chart.ts";
import { outwardRules } from "../quadrature/outward-rules.ts";
import { type Piece, pieceChart } from "../quadrature/piece-chart.ts";
import { densityNearEnds } from "./density-near-ends.ts";
import { densitySampler } from "./density-sampler.ts";
import { narrowLikelihood } from "./narrow-likelihood.ts";
import { reach } from "./observe-normal.ts";
import type { Part } from "./part.ts";
import { tabulate } from "./tabulate.ts";
import { tiltedMoments } from "./tilted-moments.ts";

/** A density known by its values. */
export interface Density {
  /** log P(w), up to a constant. */
  readonly logDensity: (w: number) => number;
  /** Stretches of the line, ascending and without gaps, inside of which the density is smooth. */
  readonly pieces: readonly Piece[];
  /** The size of the density's features, where the line is infinite. */
  readonly scale: number;
}

const rootTwoPi = Math.sqrt(2 * Math.PI);

/** A law with a density by quadrature: its posteriors are sums over nodes that follow the peak. */
export function densityPart(density: Density): Part {
  const { pieces, scale } = density;
  const table = tabulate(density);
  const { mean, variance } = table;
  const charted = pieces.map((piece) => {
    const logDensity = densityNearEnds(piece, table.logDensity);
    const density = (w: number, gap: number): number => Math.exp(logDensity(w, gap));
    return { chart: pieceChart(piece, scale), density };
  });
  return {
    mean,
    secondMoment: mean * mean + variance,
    posteriors(A, B, count, out) {
      for (let i = 0; i < count; i++) {
        const field = B[i]!;
        const moments =
          narrowLikelihood(table, A, field / A) ?? tiltedMoments(table, { A, slope: (w) => field - A * w });
        out.mean[i] = moments.mean;
        out.variance[i] = moments.variance;
        out.logPartition[i] = moments.logMass + moments.peak * (field - (A * moments.peak) / 2);
      }
    },
    observe(s, { kinks }) {
      const origin = s * mean;
      const observed = (x: number): number => {
        const y = origin + x;
        const narrow = narrowLikelihood(table, s * s, y / s);
        if (narrow) return Math.exp(narrow.logMass) / rootTwoPi;
        const { peak, logMass } = tiltedMoments(table, { A: s * s, slope: (w) => s * (y - s * w) });
        return Math.exp(logMass - (y - s * peak) ** 2 / 2) / rootTwoPi;
      };
      const ends = [s * table.from - origin, s * table.to - origin];
      const below = reach - Math.min(...ends);
      const above = reach + Math.max(...ends);
      const joints = pieces.flatMap(({ from, to }) => [s * from, s * to]).filter(Number.isFinite);
      const knots = [...joints, ...kinks].map((y) => y - origin);
      const smooth = chartRule(lineChart({ below, above }), observed);
      const rules = knots.length > 0 ? outwardRules(-below, above, knots, observed) : [smooth];
      return rules.map((rule) => ({ weight: 1, origin, rule }));
    },
    expectation: (f) =>
      charted.reduce((total, { chart, density: P }) => total + integrate(chartRule(chart, P), f), 0),
    sample: densitySampler(charted),
  };
}
