import { type AmpResult, type ByFactor, gaussian, type Prior, type SharedFactorSpec } from "@onsager/amp";
import type { Parameter, Schema } from "../schema.ts";
import type { Source } from "../source.ts";

/** The name of a factor: the matrix observes u and v, the tensor u, x and y. */
export type Factor = "u" | "v" | "x" | "y";

/** All factors. */
export const FACTORS: readonly Factor[] = ["u", "v", "x", "y"];

/** A quantity of each factor u, v, x and y, such as the squared overlap of its estimate with the truth, in [0, 1]. */
export type FactorValues = Readonly<Record<Factor, number>>;

/** Quantities of the factors for one or more methods, under names such as `bayesU`. */
export type Cells<Method extends string, F extends string = Factor> = Readonly<
  Record<`${Method}${Capitalize<F>}`, number>
>;

/** The name of the cell of a method and a factor. */
export function cell<Method extends string, F extends string>(
  method: Method,
  factor: F,
): `${Method}${Capitalize<F>}` {
  return `${method}${factor.toUpperCase() as Capitalize<F>}`;
}

/** A method's values of the factors as cells. */
export function cellsOf<Method extends string, F extends string>(
  method: Method,
  values: Readonly<Record<F, number>>,
): Cells<Method, F> {
  const entries = Object.entries<number>(values);
  return Object.fromEntries(entries.map(([name, value]) => [cell(method, name), value])) as Cells<Method, F>;
}

/** The cells of a method by the factors' names, as evidence shows them. */
export function cellsBy<Method extends string, F extends string>(
  method: Method,
  factors: readonly F[],
): Readonly<Record<string, `${Method}${Capitalize<F>}`>> {
  return Object.fromEntries(factors.map((factor) => [factor, cell(method, factor)]));
}

/** The same value for every factor. */
export function each<T>(value: T): Readonly<Record<Factor, T>> {
  return { u: value, v: value, x: value, y: value };
}

/** The prior of the paper: standard normal coordinates. */
export const standardNormal: Prior = /* @__PURE__ */ gaussian();

/** Noise and shape of a spiked matrix and tensor that share the factor u. */
export interface MatrixTensor {
  /** Delta_m, the variance of the matrix's noise. */
  readonly matrixVariance: number;
  /** Delta_t, the variance of the tensor's noise. */
  readonly tensorVariance: number;
  /** Sizes of the factors over that of u; default 1 each. */
  readonly ratios?: FactorValues;
}

/**
 * The model in the limit, as state evolution reads it: Ym = sqrt(Delta_m) Z + u v^T/sqrt(N1) and
 * Yt = sqrt(Delta_t) Z + u (x) x (x) y/N1.
 */
export function specOf({ matrixVariance, tensorVariance, ratios = each(1) }: MatrixTensor): SharedFactorSpec {
  return {
    ratios: factorValues(ratios),
    channels: [
      { factors: ["u", "v"], variance: matrixVariance },
      { factors: ["u", "x", "y"], variance: tensorVariance },
    ],
  };
}

/** The four factors' values from a record by name, in order. */
export function factorValues(values: ByFactor): FactorValues {
  return { u: values.u!, v: values.v!, x: values.x!, y: values.y! };
}

/** Squared overlaps with the truth at the end of a run. */
export function squaredOverlapsOf({ factors }: Pick<AmpResult, "factors">): FactorValues {
  const overlap = (name: Factor): number => factors[name]!.squaredOverlap!;
  return { u: overlap("u"), v: overlap("v"), x: overlap("x"), y: overlap("y") };
}

/** Size and noise of an instance: the parameters that most experiments share. */
export type NoisePoint = {
  /** N_1, the size of u, and of all factors unless ratios are given. */
  readonly dimension: number;
  /** Delta_m, the variance of the matrix's noise. */
  readonly matrixVariance: number;
  /** Delta_t, the variance of the tensor's noise. */
  readonly tensorVariance: number;
};

/** The parameter N_1. */
export const dimensionParameter: Parameter = {
  kind: "integer",
  description: "Size of the shared factor u",
  symbol: "N_1",
  default: 200,
  minimum: 4,
  maximum: 2000,
};

/** The parameter Delta_t. */
export const tensorVarianceParameter: Parameter = {
  kind: "number",
  description: "Variance of the tensor's noise",
  symbol: "\\Delta_t",
  default: 0.2,
  exclusiveMinimum: 0,
};

/** The parameters of a `NoisePoint`. */
export const noiseParameters: Schema<NoisePoint> = {
  dimension: dimensionParameter,
  matrixVariance: {
    kind: "number",
    description: "Variance of the matrix's noise",
    symbol: "\\Delta_m",
    default: 0.6,
    exclusiveMinimum: 0,
  },
  tensorVariance: tensorVarianceParameter,
};

/** The cap of a run of AMP. */
export const sweepsParameter: Parameter = {
  kind: "integer",
  description: "Largest number of sweeps of AMP",
  default: 60,
  minimum: 1,
  maximum: 10_000,
};

/** The paper, and what of it an experiment shows. */
export function paper(claim: string): Source {
  return {
    title: "Computational Thresholds in Multi-Modal Learning via the Spiked Matrix-Tensor Model",
    authors: "Hugo Tabanelli, Pierre Mergny, Lenka Zdeborova, Florent Krzakala",
    identifier: "arXiv:2506.02664",
    year: 2025,
    claim,
  };
}
