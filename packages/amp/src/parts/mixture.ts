import { reject, requireFinite, requireFiniteArray, requireFunction } from "../argument-checks.ts";
import type { PriorParameters } from "../learning/family.ts";
import type { Prior } from "../prior.ts";
import { atomicStep } from "./atomic-step.ts";
import { denoiseAll } from "./denoise-all.ts";
import { draw } from "./draw.ts";
import { fieldExpectation } from "./field-expectation.ts";
import { jointExpectation } from "./joint-expectation.ts";
import { mixturePosteriors } from "./mixture-posteriors.ts";
import { type Observed, observe } from "./observe.ts";
import type { Component, Part } from "./part.ts";
import type { Posteriors } from "./posteriors.ts";
import { requireNoise, requirePrecision } from "./require-precision.ts";
import { workspaces } from "./workspace.ts";

/** A mixture of parts; its weights add up to 1. */
export interface Mixture {
  /** In kebab case. */
  readonly name: string;
  readonly components: readonly Component[];
  /** Those of the family, where they can be learnt. */
  readonly parameters?: PriorParameters;
  /** Whether every part is symmetric, P(-w) = P(w): then even functions need half of the quadrature; default false. */
  readonly symmetric?: boolean;
  /** The largest distance of atoms whose terms may cancel in Z at complex fields; default the span of all. */
  readonly span?: number;
}

/** The prior that is a mixture of parts; RangeError where its second moment is not finite. */
export function mixture({ name, components: given, parameters, symmetric = false, span }: Mixture): Prior {
  const components = given.filter(({ weight }) => weight > 0);
  const mean = average(components, (part) => part.mean);
  const secondMoment = average(components, (part) => part.secondMoment);
  if (!(secondMoment < Infinity)) reject(name, "the second moment", "be finite", secondMoment);
  const stepAt = atomicStep(components, span);
  const borrow = workspaces();
  const bayes = (A: number, values: Observed["values"]): number => {
    const s = Math.sqrt(A);
    const observed = { components, s, values, even: symmetric, kinks: [], step: stepAt(s) };
    return borrow((workspace) => observe(observed, workspace));
  };
  return {
    name,
    ...(parameters && { parameters }),
    mean,
    secondMoment,
    denoise(A, B) {
      requirePrecision("denoise", A);
      requireFinite("denoise", "B", B);
      return borrow((workspace) => {
        workspace.fields[0] = B;
        mixturePosteriors(components, A, 1, workspace);
        return firstOf(workspace.total);
      });
    },
    denoiseAll(A, B, means, variances) {
      borrow((workspace) => denoiseAll(components, workspace, A, B, means, variances));
    },
    overlap(A) {
      requirePrecision("overlap", A);
      return A === 0 ? mean * mean : bayes(A, (count, { mean }) => square(mean, count));
    },
    expectedLogPartition(A) {
      requirePrecision("expectedLogPartition", A);
      return A === 0 ? 0 : bayes(A, (_, { logPartition }) => logPartition);
    },
    expectation(signal, noise, f) {
      requireFinite("expectation", "signal", signal);
      requireNoise("expectation", noise);
      requireFunction("expectation", "f", f);
      return jointExpectation(components, signal, noise, f);
    },
    fieldExpectation(signal, noise, g, kinks = []) {
      requireFinite("fieldExpectation", "signal", signal);
      requireNoise("fieldExpectation", noise);
      requireFunction("fieldExpectation", "g", g);
      requireFiniteArray("fieldExpectation", "kinks", kinks);
      return borrow((workspace) => fieldExpectation(components, workspace, signal, noise, g, kinks));
    },
    sample: (random) => draw(components, random),
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
