import type { Channel } from "../channel.ts";
import { defineChannel } from "./define-channel.ts";

/** P(y | z) = 1/(1 + exp(-y z)), y = -1 or 1: logistic regression; by quadrature. */
export function logistic(): Channel {
  return defineChannel({
    name: "logistic",
    labels: [-1, 1],
    logLikelihood: (y, z) => -softplus(-y * z),
    sample: (z, random) => (random.uniform() * (1 + Math.exp(-z)) < 1 ? 1 : -1),
  });
}

/** log(1 + exp(x)) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
