import { requireFinite, requireFiniteArray, requireFunction } from "../argument-checks.ts";
import type { Prior } from "../prior.ts";
import { denoiseAll } from "./denoise-all.ts";
import { draw } from "./draw.ts";
import { fieldExpectation } from "./field-expectation.ts";
import { jointExpectation } from "./joint-expectation.ts";
import { mixturePosteriors } from "./mixture-posteriors.ts";
import { observe } from "./observe.ts";
import type { Component, Part } from "./part.ts";
import type { Posteriors } from "./posteriors.ts";
import { requireNoise, requirePrecision } from "./require-precision.ts";
import { workspaces } from "./workspace.ts";

/** A mixture of parts; its weights add up to 1. */
export interface Mixture {
  /** In kebab case. */
  readonly name: string;
  readonly components: readonly Component[];
  /** Whether P(-w) = P(w): then the parts with negative means need no quadrature of their own; default false. */
  readonly symmetric?: boolean;
}

/** The prior that is a mixture of parts. */
export function mixture({ name, components, symmetric = false }: Mixture): Prior {
  const parts = components.filter(({ weight }) => weight > 0);
  const half = symmetric ? folded(parts) : parts;
  const borrow = workspaces();
  const denoise: Prior["denoise"] = (A, B) => {
    return borrow((workspace) => {
      workspace.fields[0] = B;
      mixturePosteriors(parts, A, 1, workspace);
      return firstOf(workspace.total);
    });
  };
  const bayes = (A: number, values: (count: number, posteriors: Posteriors) => Float64Array): number => {
    if (A === 0) {
      return borrow((workspace) => {
        workspace.fields[0] = 0;
        mixturePosteriors(parts, 0, 1, workspace);
        return values(1, workspace.total)[0]!;
      });
    }
    const observed = { mixture: parts, sources: half, s: Math.sqrt(A), values, even: symmetric, kinks: [] };
    return borrow((workspace) => observe(observed, workspace));
  };
  return {
    name,
    mean: symmetric ? 0 : average(parts, (part) => part.mean),
    secondMoment: average(parts, (part) => part.secondMoment),
    denoise(A, B) {
      requirePrecision("denoise", A);
      requireFinite("denoise", "B", B);
      return denoise(A, B);
    },
    denoiseAll(A, B, mean, variance) {
      borrow((workspace) => denoiseAll(parts, workspace, A, B, mean, variance));
    },
    overlap(A) {
      requirePrecision("overlap", A);
      return bayes(A, (count, { mean }) => square(mean, count));
    },
    expectedLogPartition(A) {
      requirePrecision("expectedLogPartition", A);
      return bayes(A, (_, { logPartition }) => logPartition);
    },
    expectation(signal, noise, f) {
      requireFinite("expectation", "signal", signal);
      requireNoise("expectation", noise);
      requireFunction("expectation", "f", f);
      return jointExpectation(parts, signal, noise, f);
    },
    fieldExpectation(signal, noise, g, kinks = []) {
      requireFinite("fieldExpectation", "signal", signal);
      requireNoise("fieldExpectation", noise);
      requireFunction("fieldExpectation", "g", g);
      requireFiniteArray("fieldExpectation", "kinks", kinks);
      return borrow((workspace) => fieldExpectation(parts, workspace, signal, noise, g, kinks));
    },
    sample: (random) => draw(parts, random),
  };
}

function average(parts: readonly Component[], value: (part: Part) => number): number {
  return parts.reduce((sum, { weight, part }) => sum + weight * value(part), 0);
}

function firstOf({ mean, variance, logPartition }: Posteriors): ReturnType<Prior["denoise"]> {
  return { mean: mean[0]!, variance: variance[0]!, logPartition: logPartition[0]! };
}

function square(values: Float64Array, count: number): Float64Array {
  for (let i = 0; i < count; i++) values[i]! *= values[i]!;
  return values;
}

/** The parts of a symmetric mixture with means >= 0, those above 0 for their mirror images too. */
function folded(parts: readonly Component[]): Component[] {
  return parts
    .filter(({ part }) => part.mean >= 0)
    .map(({ weight, part }) => ({ weight: part.mean > 0 ? 2 * weight : weight, part }));
}
