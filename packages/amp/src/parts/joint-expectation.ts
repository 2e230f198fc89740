import { pointwise } from "../quadrature/integrate.ts";
import { integrateBlocks } from "../quadrature/integrate-blocks.ts";
import { normalRule } from "../quadrature/normal-rule.ts";
import type { Component } from "./part.ts";

/** Halvings of a double integral's steps: functions with kinks are not worth more. */
const halvings = 6;

/** E f(w, B) over w from a mixture and B = signal w + sqrt(noise) z. */
export function jointExpectation(
  components: readonly Component[],
  signal: number,
  noise: number,
  f: (w: number, B: number) => number,
): number {
  const deviation = Math.sqrt(noise);
  let at = 0;
  const atNoise = pointwise((z) => f(at, signal * at + deviation * z));
  const overNoise = (w: number): number => {
    at = w;
    return noise === 0 ? f(w, signal * w) : integrateBlocks(normalRule(), atNoise, { halvings });
  };
  const resolution = noise === 0 ? Infinity : deviation / Math.abs(signal);
  return components.reduce(
    (sum, { weight, part }) => sum + weight * part.expectation(overNoise, resolution),
    0,
  );
}
