import type { Denoiser } from "../denoiser.ts";
import type { Prior } from "../prior.ts";
import type { Assumed } from "./assumed.ts";
import { denoised } from "./denoised.ts";
import type { FactorState } from "./factor-state.ts";
import type { FactorChannel, SharedFactorProblem } from "./shared-factor-problem.ts";
import { addMultiple, mean, meanProduct } from "./vectors.ts";

/** Whether a denoiser works coordinate by coordinate, as posterior means do. */
function isPrior(denoiser: Denoiser): denoiser is Prior {
  return "denoise" in denoiser;
}

/** A_a = sum over channels of (1/D) prod over the other factors b of alpha_b q_b. */
function precisionOf(
  { channels, ratios }: SharedFactorProblem,
  a: number,
  factors: readonly FactorState[],
  variances: readonly number[],
): number {
  let sum = 0;
  for (const [c, channel] of channels.entries()) {
    if (!channel.factors.includes(a)) continue;
    let product = 1 / variances[c]!;
    for (const b of channel.factors)
      if (b !== a) product *= ratios[b]! * meanProduct(factors[b]!.estimate, factors[b]!.estimate);
    sum += product;
  }
  return sum;
}

/**
 * Subtracts the Onsager terms of factor a through one channel: for each other factor b of it,
 * (1/D) alpha_b sigma_b prod_{d != a, b} alpha_d <w_d now, w_d read by b> (w_a read by b).
 */
function subtractOnsager(
  B: Float64Array,
  { ratios }: SharedFactorProblem,
  channel: FactorChannel,
  D: number,
  a: number,
  factors: readonly FactorState[],
): void {
  for (const b of channel.factors) {
    const { sigma, read } = factors[b]!;
    if (b === a || read === undefined) continue;
    let coefficient = (ratios[b]! * sigma) / D;
    for (const d of channel.factors)
      if (d !== a && d !== b) coefficient *= ratios[d]! * meanProduct(factors[d]!.estimate, read[d]!);
    addMultiple(B, -coefficient, read[a]!);
  }
}

function vectorsOf(channel: FactorChannel, factors: readonly FactorState[]): Float64Array[] {
  return channel.factors.map((b) => factors[b]!.estimate);
}

/** The next state of factor a, from the newest states of all. */
export function updateSharedFactor(
  problem: SharedFactorProblem,
  a: number,
  factors: readonly FactorState[],
  { denoisers, variances }: Assumed,
  damping: number,
): FactorState {
  const denoiser = denoisers[a]!;
  const precision = precisionOf(problem, a, factors, variances);
  const B = new Float64Array(problem.sizes[a]!);
  const fused = isPrior(denoiser)
    ? problem.channels.findIndex(
        ({ observed, factors: [first] }) => observed.sweep !== undefined && first === a,
      )
    : -1;
  for (const [c, channel] of problem.channels.entries()) {
    const slot = channel.factors.indexOf(a);
    if (slot < 0) continue;
    subtractOnsager(B, problem, channel, variances[c]!, a, factors);
    if (c === fused) continue;
    const scale = 1 / (variances[c]! * channel.unit);
    addMultiple(B, scale, channel.observed.contract(slot, vectorsOf(channel, factors)));
  }
  const old = factors[a]!;
  const variance = new Float64Array(B.length);
  const estimate =
    fused < 0
      ? denoised(denoiser, precision, B, variance, old, damping)
      : fusedPass(
          problem.channels[fused]!,
          variances[fused]!,
          denoiser as Prior,
          precision,
          B,
          variance,
          factors,
          old,
          damping,
        );
  const read = factors.map((factor) => factor.estimate);
  return { estimate, variance, sigma: mean(variance), precision, fields: B, read };
}

/** The same in the pass over the tensor that also contracts it with the new estimate: B has all other terms, and gets those of the tensor. */
function fusedPass(
  channel: FactorChannel,
  D: number,
  prior: Prior,
  precision: number,
  B: Float64Array,
  variance: Float64Array,
  factors: readonly FactorState[],
  old: FactorState,
  damping: number,
): Float64Array {
  const scale = 1 / (D * channel.unit);
  return channel.observed.sweep!(vectorsOf(channel, factors), (i, form) => {
    B[i]! += scale * form;
    if (!(precision < Infinity && Number.isFinite(B[i]!))) {
      variance[i] = Number.NaN;
      return Number.NaN;
    }
    const posterior = prior.denoise(precision, B[i]!);
    variance[i] = (1 - damping) * posterior.variance + damping * old.variance[i]!;
    return (1 - damping) * posterior.mean + damping * old.estimate[i]!;
  });
}
