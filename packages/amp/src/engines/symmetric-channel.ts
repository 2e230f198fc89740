import { type Backend, type Matrix, prepare, prepareTensor } from "@onsager/linalg";
import { sumOfSquares } from "../learning/residual-variance.ts";
import type { Observation, SymmetricModel } from "../models.ts";
import { matrixOf } from "./matrix-of.ts";
import { once, remembered } from "./remembered.ts";

/** One observation of x, of some order, where the kernels read it. */
export interface SymmetricChannel {
  readonly order: number;
  /** sqrt((p-1)! N^{p-1}): sums over all indices are divided by it. */
  readonly unit: number;
  /** sum_{i2...ip} Y_{i i2...ip} x_{i2} ... x_{ip}; asked twice for the same x it remembers. */
  contract(x: Float64Array): Float64Array;
  /** |Y|^2. */
  readonly squares: () => number;
  /** Frees kernel memory. */
  dispose(): void;
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** Puts one observation of a symmetric model where the kernels read it. */
export function symmetricChannel(
  { order, data }: SymmetricModel["channels"][number],
  N: number,
  backend: Backend,
): SymmetricChannel {
  // The full sum counts every set of indices (p-1)! times.
  const unit = Math.sqrt(factorial(order - 1) * N ** (order - 1));
  const { contract, dispose } =
    order === 2 ? matrix(matrixOf(data) as Matrix, backend) : tensor(order, N, data, backend);
  const contracted = remembered((x) => {
    const out = new Float64Array(N);
    contract(x, out);
    return out;
  });
  return { order, unit, contract: contracted, squares: once(() => sumOfSquares(data.data)), dispose };
}

interface Contraction {
  contract(x: Float64Array, out: Float64Array): void;
  dispose(): void;
}

function matrix(Y: Matrix, backend: Backend): Contraction {
  const operator = prepare(Y, { symmetric: true, backend });
  return { contract: (x, out) => operator.apply(x, out), dispose: () => operator.dispose() };
}

/** A tensor of order p as N x N x N^{p-2}: contracted with x and with x (x) ... (x) x. */
function tensor(order: number, N: number, { data }: Observation, backend: Backend): Contraction {
  const prepared = prepareTensor({ shape: [N, N, N ** (order - 2)], data }, { backend });
  return {
    contract: (x, out) => prepared.contract(0, x, outerPower(x, order - 2), out),
    dispose: () => prepared.dispose(),
  };
}

function outerPower(x: Float64Array, power: number): Float64Array {
  if (power === 1) return x;
  const rest = outerPower(x, power - 1);
  const out = new Float64Array(x.length * rest.length);
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < rest.length; j++) out[i * rest.length + j] = x[i]! * rest[j]!;
  return out;
}
