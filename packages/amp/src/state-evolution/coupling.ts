/**
 * How the factors of a spiked model interact in the limit: all that state evolution and free entropy need of it. With the interaction
 * U(m), A_a = (dU/dm_a)/alpha_a and Phi = sum_a alpha_a psi_a(A_a) - (sum_a alpha_a m_a A_a - U)/2.
 */
export interface Coupling {
  readonly names: readonly string[];
  /** alpha_a = N_a/N_1. */
  readonly ratios: readonly number[];
  /** A_a(m), the precision of a factor's effective channel given the overlaps of the others. */
  precision(a: number, m: Float64Array): number;
  /** U(m). */
  energy(m: Float64Array): number;
}
