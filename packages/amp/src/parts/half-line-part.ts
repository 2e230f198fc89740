import { normalDensity } from "@onsager/hermite";
import { reject } from "../argument-checks.ts";
import { chartRule } from "../quadrature/chart-rule.ts";
import { integrate } from "../quadrature/integrate.ts";
import { lineChart } from "../quadrature/line-chart.ts";
import { segmentRules } from "../quadrature/segment-rules.ts";
import type { Stream } from "../random.ts";
import { logMills, type NormalAbove, writeNormalAbove } from "../special/normal-above.ts";
import { logNormalCdf } from "../special/normal-tail.ts";
import type { Part } from "./part.ts";

/** P(w) ~ exp(-a t^2/2 + b t) on t = side w > 0. */
export interface HalfLine {
  /** a >= 0. */
  readonly precision: number;
  /** b, below 0 where a = 0. */
  readonly field: number;
  /** The half of the line, 1 or -1. */
  readonly side: 1 | -1;
  /** A value of t. */
  sample(random: Stream): number;
}

/** Beyond it a truncated normal law is an exponential one to the last digit. */
const exponentialFrom = 1e8;
/** -log of what is left out of integrals. */
const negligible = 50;
/** Standard deviations of noise to integrate over. */
const reach = 10;

/** A Gaussian or exponential law on half a line: its posterior has precision a + A and field b + side B on the same half. */
export function halfLinePart({ precision, field, side, sample }: HalfLine): Part {
  const logMass = logHalfMass(precision, field);
  const farthest = halfLineReach(precision, field);
  const above: NormalAbove = { excess: 0, variance: 0 };
  writeHalfLine(precision, field, above);
  const mean = above.excess;
  return {
    mean: side * mean,
    secondMoment: mean * mean + above.variance,
    posteriors(A, B, count, out) {
      for (let i = 0; i < count; i++) {
        const tilted = field + side * B[i]!;
        if (precision + A === 0 && tilted >= 0) rejectField(field, side, B[i]!);
        writeHalfLine(precision + A, tilted, above);
        out.mean[i] = side * above.excess;
        out.variance[i] = above.variance;
        out.logPartition[i] = logHalfMass(precision + A, tilted) - logMass;
      }
    },
    observe(s, { kinks }) {
      const towards = s < 0 ? -side : side;
      const density = observedDensity(precision, field, Math.abs(s), logMass);
      const oriented = (y: number): number => density(towards * y);
      const far = reach + Math.abs(s) * farthest;
      const [below, above] = towards < 0 ? [far, reach] : [reach, far];
      const rules =
        kinks.length > 0
          ? segmentRules(-below, above, [0, ...kinks], oriented)
          : [chartRule(lineChart({ below, above }), oriented)];
      return { origin: 0, rules, oneScale: false };
    },
    expectation(f) {
      const density = (t: number): number => Math.exp((field - (precision * t) / 2) * t - logMass);
      const [rule] = segmentRules(0, farthest, [], density);
      return integrate(rule!, (t) => f(side * t));
    },
    sample: (random) => side * sample(random),
  };
}

/** Mean and variance of the law exp(-a t^2/2 + b t) on t > 0. */
function writeHalfLine(a: number, b: number, moments: NormalAbove): void {
  const root = Math.sqrt(a);
  const x = -b / root;
  if (x > exponentialFrom) {
    moments.excess = -1 / b;
    moments.variance = moments.excess * moments.excess;
  } else {
    writeNormalAbove(x, moments);
    moments.excess /= root;
    moments.variance /= a;
  }
}

/** The logarithm of the integral of exp(-a t^2/2 + b t) over t > 0. */
function logHalfMass(a: number, b: number): number {
  const x = -b / Math.sqrt(a);
  return x > exponentialFrom ? -Math.log(-b) : logMills(x) - Math.log(a) / 2;
}

/** A t beyond which the law holds less than e^{-negligible}. */
function halfLineReach(a: number, b: number): number {
  const root = Math.sqrt(b * b + 2 * negligible * a);
  return b > 0 ? (b + root) / a : (2 * negligible) / (root - b);
}

/**
 * The density of y = s t + z, s >= 0: phi(y) times the integral of exp(-(a + s^2) t^2/2 + (b + s y) t), over the law's mass. Where that
 * integral is large, exp(-y^2/2) is taken together with it, so that nothing cancels.
 */
function observedDensity(a: number, b: number, s: number, logMass: number): (y: number) => number {
  const root = Math.sqrt(a + s * s);
  const scale = Math.exp(-logMass) / root;
  return (y) => {
    const x = -(b + s * y) / root;
    if (x > 0) return scale * normalDensity(y) * Math.exp(logMills(x));
    const sum = ((y * a) / (root + s) - b) / root;
    return scale * Math.exp(logNormalCdf(-x) + (sum * (sum - 2 * y)) / 2);
  };
}

function rejectField(field: number, side: 1 | -1, B: number): never {
  const rule = side > 0 ? `be below ${-field}` : `be above ${field}`;
  reject("denoise", "B", `${rule} at A = 0, where log Z is finite`, B);
}
