import type { Rule } from "../quadrature/rule.ts";
import type { Stream } from "../random.ts";
import type { Posteriors } from "./posteriors.ts";

/** What rules for observations may rely on. */
export interface ObserveOptions {
  /** Values of y at which the integrand is not smooth. */
  readonly kinks: readonly number[];
  /** Whether the integrand is even: a symmetric part needs half of its observations then. */
  readonly even: boolean;
  /** A step in y that is known to be fine enough; without it rules are refined. */
  readonly step?: number | undefined;
}

/** A piece of the law of observations y: E g(y) is the sum over pieces of weight times the integral of g(origin + x) by the rule. */
export interface Observation {
  readonly weight: number;
  readonly origin: number;
  /** Its weights hold the density of y. */
  readonly rule: Rule;
  /** 0 where the rule is fine enough as it is. */
  readonly halvings?: number;
}

/**
 * A law of w whose posteriors are known; priors are mixtures of such parts. An observation is y = s w + z with z ~ N(0, 1), which is
 * the field B = s y at precision A = s^2.
 */
export interface Part {
  /** E[w]. */
  readonly mean: number;
  /** E[w^2]. */
  readonly secondMoment: number;
  /** All values of w, where there are finitely many. */
  readonly atoms?: readonly number[];
  /** Writes the posteriors P(w) exp(-A w^2/2 + B w)/Z(A, B) of the first `count` fields B. */
  posteriors(A: number, B: Float64Array, count: number, out: Posteriors): void;
  /** The law of y. */
  observe(s: number, options: ObserveOptions): readonly Observation[];
  /** E f(w), where f has features of size `resolution` near the part's centre. */
  expectation(f: (w: number) => number, resolution: number): number;
  /** A value of w. */
  sample(random: Stream): number;
}

/** A part of a mixture and its weight. */
export interface Component {
  readonly weight: number;
  readonly part: Part;
}
