import type { Multimodal } from "./multimodal.ts";

/**
 * cos^2 of u and v in the joint maximum-likelihood fit of a multi-modal model while x and y are unknown: the tensor's noise enters at
 * full weight. With r = alpha_x alpha_y Dm/(alpha_v Dt), cos^2(u) = (alpha_v - Dm^2 (1 + r))/(alpha_v + Dm (1 + r)) and
 * cos^2(v) = cos^2(u)/(cos^2(u) + Dm).
 */
export function maximumLikelihoodOverlap(
  { ratios: [v, x, y], tensor }: Multimodal,
  matrixVariance: number,
): { readonly u: number; readonly v: number } {
  const burden = 1 + (x * y * matrixVariance) / (v * tensor.variance);
  const excess = v - matrixVariance * matrixVariance * burden;
  const u = Math.max(excess, 0) / (v + matrixVariance * burden);
  return { u, v: u === 0 ? 0 : u / (u + matrixVariance) };
}
