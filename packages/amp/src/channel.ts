import type { Stream } from "./random.ts";

/** The output function of a channel: derivatives of log Z_out(y, omega, V) = log E P(y | z), z ~ N(omega, V), by omega. */
export interface Output {
  /** g = d log Z_out/d omega = (E[z | y, omega, V] - omega)/V. */
  readonly g: number;
  /** dg/d omega. */
  readonly dg: number;
  /** log Z_out. */
  readonly logPartition: number;
}

/** Noise sqrt(D) xi that is added to a projection, so that log Z_out depends on V + D. */
export interface ChannelNoise {
  /** D. */
  readonly variance: number;
  /** The channel with noise of another variance D >= 0. */
  at(variance: number): Channel;
}

/**
 * The law of a label y given the projection z = (F w)_mu. A member of the family is one page in `channels/`; one made on the spot
 * comes from `defineChannel`.
 */
export interface Channel {
  /** In kebab case. */
  readonly name: string;
  /** Whether P(y | -z) = P(y | z): the sign of w cannot be known, and zero is a fixed point. */
  readonly even: boolean;
  /** Where P(y | z) jumps, or turns within a small noise, as a function of z: quadrature splits there; default none. */
  readonly edges?: readonly number[];
  /** Gaussian noise on the projection, y = f(z + sqrt(D) xi); left out where a channel has none. */
  readonly noise?: ChannelNoise;
  /** Whether a finite number can be a label; left out where every one can. */
  isLabel?(y: number): boolean;
  /** g, its derivative and log Z_out; V > 0. */
  output(y: number, omega: number, V: number): Output;
  /**
   * E over y of f(y, output) Z_out(y, omega, V): an expectation over the labels of projections z ~ N(omega, V).
   * Sums over labels where they are discrete, quadrature elsewhere, and where counts are many: there f must be smooth in y.
   *
   * @param omega - finite
   * @param V - positive
   * @param f - gets a label and its output function at (omega, V)
   */
  expectation(omega: number, V: number, f: (y: number, output: Output) => number): number;
  /** A label of the projection z. */
  sample(z: number, random: Stream): number;
}
