import {
  gaussBernoulli,
  gaussian,
  type Prior,
  rademacher,
  type SharedFactorSpec,
  type SymmetricSpec,
  sparseRademacher,
} from "../../src/index.ts";

/** The priors of the tables, by their names there. */
export const priorsByName: Readonly<Record<string, Prior>> = {
  gaussian: gaussian(),
  rademacher,
  sparseRademacher: sparseRademacher({ rho: 0.1 }),
  gaussBernoulli: gaussBernoulli({ rho: 0.1, variance: 10 }),
};

/** One symmetric channel for each variance, of orders 2, 3, ... */
export function mixed(variances: readonly number[]): SymmetricSpec {
  return { channels: variances.map((variance, c) => ({ order: c + 2, variance })) };
}

/** One symmetric channel. */
export function symmetric(order: number, variance: number): SymmetricSpec {
  return { channels: [{ order, variance }] };
}

/** The matrix of u and v. */
export function rectangular(ratio: number, variance: number): SharedFactorSpec {
  return { ratios: { u: 1, v: ratio }, channels: [{ factors: ["u", "v"], variance }] };
}

/** The matrix of u and v and the tensor of u, x and y. */
export function multimodal(matrix: number, tensor: number, ratios = [1, 1, 1, 1]): SharedFactorSpec {
  const [u = 1, v = 1, x = 1, y = 1] = ratios;
  return {
    ratios: { u, v, x, y },
    channels: [
      { factors: ["u", "v"], variance: matrix },
      { factors: ["u", "x", "y"], variance: tensor },
    ],
  };
}

/** Matrices that share u. */
export function star(variances: readonly number[], ratios: readonly number[]): SharedFactorSpec {
  return {
    ratios: { u: 1, ...Object.fromEntries(ratios.map((ratio, b) => [`v${b + 1}`, ratio])) },
    channels: variances.map((variance, b) => ({ factors: ["u", `v${b + 1}`], variance })),
  };
}
