import { symmetricEigenvalues } from "@onsager/linalg";
import { rejectKind } from "../argument-checks.ts";
import { type MultiIndexChannel, requireMultiIndexChannel } from "./multi-index-channel.ts";

/**
 * The samples per dimension from which on AMP finds some direction at all: 1/alpha_c is the largest eigenvalue of the map
 * S -> E_y[G(y) S G(y)] on symmetric p x p matrices, G(y) = E[z z^T - I | y]; infinite where labels say nothing to second order.
 *
 * @param channel - one that knows the law of its labels, and E[z | y] = 0
 * @throws TypeError for a channel that does not
 * @see Troiani, Dandi, Defilippis, Zdeborova, Loureiro, Krzakala, arXiv 2405.15480
 */
export function multiIndexWeakRecovery(channel: MultiIndexChannel): number {
  requireMultiIndexChannel("multiIndexWeakRecovery", channel);
  const { rank: p, labels } = channel;
  if (labels === undefined)
    rejectKind("multiIndexWeakRecovery", "channel", "know the law of its labels", channel.name);
  // S -> G S G is the Kronecker square of G on vectors of p^2 entries; antisymmetric S have no larger eigenvalue.
  const map = new Float64Array(p ** 4);
  labels((probability, G) => {
    for (let i = 0; i < p; i++)
      for (let j = 0; j < p; j++)
        for (let k = 0; k < p; k++)
          for (let l = 0; l < p; l++)
            map[(i * p + j) * p * p + k * p + l]! += probability * G[i * p + k]! * G[l * p + j]!;
  });
  const { values } = symmetricEigenvalues({ rows: p * p, cols: p * p, data: map });
  const largest = values.at(-1)!;
  return largest > 1e-14 ? 1 / largest : Infinity;
}
