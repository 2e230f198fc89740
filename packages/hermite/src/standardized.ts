import { gaussianExpectation } from "./gaussian-expectation.ts";
import type { LinkFunction } from "./link.ts";
import { requireLink } from "./require-link.ts";

/** A standard deviation this small beside sqrt(E[g^2]) is rounding: the link is constant. */
const constant = 1e-12;

/** The link shifted and scaled to mean 0 and variance 1 under N(0, 1); `undefined` for a constant one. */
export function standardized(call: string, link: LinkFunction): ((z: number) => number) | undefined {
  const secondMoment = requireLink(call, link);
  const { kinks = [] } = link;
  const mean = gaussianExpectation((z) => link.apply(z), { kinks }).value;
  const variance = gaussianExpectation((z) => (link.apply(z) - mean) ** 2, { kinks }).value;
  const deviation = Math.sqrt(variance);
  if (deviation <= constant * Math.sqrt(secondMoment)) return undefined;
  return (z) => (link.apply(z) - mean) / deviation;
}
