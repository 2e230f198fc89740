import type { Denoiser } from "./denoiser.ts";
import type { PriorParameters } from "./learning/family.ts";
import type { Stream } from "./random.ts";

/** The posterior P(w) exp(-A w^2/2 + B w)/Z(A, B) of a coordinate. */
export interface Posterior {
  /** eta(A, B), the posterior mean. */
  readonly mean: number;
  /** d eta/dB, the posterior variance. */
  readonly variance: number;
  /** log Z(A, B). */
  readonly logPartition: number;
}

/**
 * The law P of the coordinates of a factor. A member of the family is one page in `priors/`; one made on the spot comes from
 * `definePrior`. Below, B = A w* + sqrt(A) z with w* from P and z ~ N(0, 1): the Bayes-optimal scalar channel of precision A.
 */
export interface Prior extends Denoiser {
  /** Its parameters by their names, where a member of `learnableFamilies` learns them; left out elsewhere. */
  readonly parameters?: PriorParameters;
  /** E[w*]. */
  readonly mean: number;
  /** E[w*^2], called rho. */
  readonly secondMoment: number;
  /**
   * The posterior of one coordinate; A >= 0, B finite. Mean and variance are right at any size of B; log Z, which grows as B^2, from
   * |B| = 1e150 on is that of 1e150, or infinite.
   */
  denoise(A: number, B: number): Posterior;
  /** m(A) = E[eta(A, B) w*] = E[eta(A, B)^2], increasing from mean^2 to rho. */
  overlap(A: number): number;
  /** psi(A) = E log Z(A, B); psi'(A) = m(A)/2. */
  expectedLogPartition(A: number): number;
  /**
   * E f(w*, B) over w* from P and B = signal w* + sqrt(noise) z: off the Bayes-optimal line, where signal and noise differ. A double
   * integral where P is continuous; see `fieldExpectation`.
   *
   * @param signal - any finite number
   * @param noise - >= 0
   */
  expectation(signal: number, noise: number, f: (w: number, B: number) => number): number;
  /**
   * E g(B, P(w* | B)) over the same B, as one integral over B. Whatever is linear in w* can be had so: E[w* h(B)] is E[mean h(B)].
   *
   * @param signal - any finite number
   * @param noise - >= 0
   * @param g - gets a field and the posterior of w* given it; where noise is 0 that is w* itself, with log Z infinite
   * @param kinks - the fields at which g or a derivative of it jumps; default none
   */
  fieldExpectation(
    signal: number,
    noise: number,
    g: (B: number, posterior: Posterior) => number,
    kinks?: readonly number[],
  ): number;
  /**
   * A value of w*. A mixture draws one uniform to pick a part, then what the part takes: nothing for an atom, one uniform for a pair of
   * signs or an exponential half, one normal for a Gaussian; `definePrior` inverts one uniform.
   */
  sample(random: Stream): number;
}
