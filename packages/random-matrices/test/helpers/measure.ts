import type { SpectralLaw } from "../../src/index.ts";

/** A law as points with masses. */
export interface Measure {
  readonly points: readonly number[];
  readonly masses: readonly number[];
}

const perUnit = 16;
const steps = 4 * perUnit;

/** Nodes and weights of the double-exponential rule on [0, 1], which stands singular ends. */
const rule = Array.from({ length: 2 * steps + 1 }, (_, i) => {
  const s = (i - steps) / perUnit;
  const part = 1 / (1 + Math.exp(Math.PI * Math.sinh(-s)));
  const rest = 1 / (1 + Math.exp(Math.PI * Math.sinh(s)));
  return { t: part, weight: (part * rest * Math.PI * Math.cosh(s)) / perUnit };
});

/** The law as the points of a quadrature of its density over the root of the distance from each edge, and of its atoms. */
export function measureOf(law: SpectralLaw): Measure {
  const smooth = law.support.flatMap(parts).flatMap(([edge, middle]) =>
    rule.map(({ t, weight }) => {
      const x = edge + (middle - edge) * t * t;
      return { x, mass: 2 * Math.abs(middle - edge) * t * weight * (t === 0 ? 0 : law.density(x)) };
    }),
  );
  const all = [...smooth, ...law.atoms.map(({ at, mass }) => ({ x: at, mass }))];
  return { points: all.map(({ x }) => x), masses: all.map(({ mass }) => mass) };
}

/** The ends of an interval; all but 1e-16 of the Tracy-Widom laws is between -11 and 16. */
export function boundedEnds([lower, upper]: readonly [number, number]): [number, number] {
  return [lower === -Infinity ? -11 : lower, upper === Infinity ? 16 : upper];
}

/** Pairs of an edge and the middle to which its half reaches; 0 counts as an edge. */
function parts(interval: readonly [number, number]): [number, number][] {
  const [from, to] = boundedEnds(interval);
  const ends = from < 0 && to > 0 ? [from, 0, to] : [from, to];
  return ends.slice(1).flatMap((end, i): [number, number][] => {
    const middle = (ends[i]! + end) / 2;
    return [
      [ends[i]!, middle],
      [end, middle],
    ];
  });
}

/** E f(x). */
export function expectation({ points, masses }: Measure, f: (x: number) => number): number {
  return points.reduce((sum, x, i) => sum + masses[i]! * f(x), 0);
}
