import { normalDensity } from "@onsager/hermite";
import { reject } from "../argument-checks.ts";
import { chartRule } from "../quadrature/chart-rule.ts";
import { integrate } from "../quadrature/integrate.ts";
import { lineChart } from "../quadrature/line-chart.ts";
import { segmentRules } from "../quadrature/segment-rules.ts";
import type { Stream } from "../random.ts";
import { logMills, type NormalAbove, writeNormalAbove } from "../special/normal-above.ts";
import { logNormalCdf } from "../special/normal-tail.ts";
import { reach } from "./observe-normal.ts";
import type { Part } from "./part.ts";

/** P(w) ~ exp(-a w^2/2 + b w) on w > 0. */
export interface HalfLine {
  /** a >= 0. */
  readonly precision: number;
  /** b, below 0 where a = 0. */
  readonly field: number;
  /** A value of w. */
  sample(random: Stream): number;
}

/** Beyond it a truncated normal law is an exponential one to the last digit. */
const exponentialFrom = 1e8;
/** -log of what is left out of integrals. */
const negligible = 50;

/** A Gaussian or exponential law on w > 0: its posterior has precision a + A and field b + B. */
export function halfLinePart({ precision, field, sample }: HalfLine): Part {
  const logMass = logHalfMass(precision, field);
  const farthest = halfLineReach(precision, field);
  const above: NormalAbove = { excess: 0, variance: 0 };
  writeHalfLine(precision, field, above);
  const mean = above.excess;
  return {
    mean,
    secondMoment: mean * mean + above.variance,
    posteriors(A, B, count, out) {
      for (let i = 0; i < count; i++) {
        const tilted = field + B[i]!;
        if (precision + A === 0 && tilted >= 0) rejectField(-field, B[i]!);
        writeHalfLine(precision + A, tilted, above);
        out.mean[i] = above.excess;
        out.variance[i] = above.variance;
        out.logPartition[i] = logHalfMass(precision + A, tilted) - logMass;
      }
    },
    observe(s, { kinks }) {
      const density = observedDensity(precision, field, Math.abs(s), logMass);
      const oriented = s < 0 ? (y: number): number => density(-y) : density;
      const far = reach + Math.abs(s) * farthest;
      const [below, above] = s < 0 ? [far, reach] : [reach, far];
      const rules =
        kinks.length > 0
          ? segmentRules(-below, above, [0, ...kinks], oriented)
          : [chartRule(lineChart({ below, above }), oriented)];
      return rules.map((rule) => ({ weight: 1, origin: 0, rule }));
    },
    expectation(f) {
      const density = (w: number): number => Math.exp((field - (precision * w) / 2) * w - logMass);
      return segmentRules(0, farthest, [], density).reduce((sum, rule) => sum + integrate(rule, f), 0);
    },
    sample,
  };
}

/** Mean and variance of the law exp(-a w^2/2 + b w) on w > 0. */
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

/** The logarithm of the integral of exp(-a w^2/2 + b w) over w > 0. */
function logHalfMass(a: number, b: number): number {
  const x = -b / Math.sqrt(a);
  return x > exponentialFrom ? -Math.log(-b) : logMills(x) - Math.log(a) / 2;
}

/** A w beyond which the law holds less than e^{-negligible}. */
function halfLineReach(a: number, b: number): number {
  const root = Math.sqrt(b * b + 2 * negligible * a);
  return b > 0 ? (b + root) / a : (2 * negligible) / (root - b);
}

/**
 * The density of y = s w + z, s >= 0: phi(y) times the integral of exp(-(a + s^2) w^2/2 + (b + s y) w), over the law's mass. Where that
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

function rejectField(bound: number, B: number): never {
  reject("denoise", "B", `be below ${bound} at A = 0, where log Z is finite`, B);
}
