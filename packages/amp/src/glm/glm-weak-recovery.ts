import { requireOptions, requirePositive } from "../argument-checks.ts";
import type { Channel } from "../channel.ts";
import { requireChannel } from "./glm-spec.ts";

/**
 * The samples per dimension from which on AMP finds w* at all: 1/alpha_c = rho^2 E_y[(dg_out(y, 0, rho)/d omega)^2], for rho = 1
 * E_y[(E[z^2 | y] - 1)^2]; 0 where E[z | y] is not zero, and infinite where E[z^2 | y] says nothing either.
 *
 * @param channel - any
 * @param options - `secondMoment` rho of the prior, which has mean 0; default 1
 * @throws TypeError or RangeError for no channel, or a second moment that is not positive
 * @see Mondelli and Montanari, Fundamental limits of weak recovery with applications to phase retrieval (2018)
 */
export function glmWeakRecovery(channel: Channel, options: { readonly secondMoment?: number } = {}): number {
  requireChannel("glmWeakRecovery", channel);
  requireOptions("glmWeakRecovery", options);
  const { secondMoment = 1 } = options;
  requirePositive("glmWeakRecovery", "secondMoment", secondMoment);
  const mean = (f: (g: number, dg: number) => number): number =>
    channel.expectation(0, secondMoment, (_, { g, dg }) => f(g, dg));
  if (!channel.even && mean((g) => g * g) * secondMoment > 1e-12) return 0;
  const information = secondMoment ** 2 * mean((_, dg) => dg * dg);
  return information > 1e-14 ? 1 / information : Infinity;
}
