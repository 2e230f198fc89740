import { type LearnableFamily, learnableFamilies, type Prior } from "@onsager/amp";
import { parsePrior } from "../specs/prior.ts";

/** A prior as the command line gives it: fixed, or the start of learning its parameters. */
export interface GivenPrior {
  /** Where AMP starts. */
  readonly prior: Prior;
  /** The family whose parameters are learnt; undefined where they are given, or there are none. */
  readonly family: LearnableFamily | undefined;
}

/** Parameters to begin with where a family is named without any: unit variance, where the family lets it. */
const first: Readonly<Record<string, string>> = {
  "sparse-rademacher": "sparse-rademacher:rho=0.3",
  bernoulli: "bernoulli:rho=0.3",
  "gauss-bernoulli": "gauss-bernoulli:rho=0.3,variance=3",
};

/**
 * The prior that a text names. Without parameters they are learnt, where the family can be.
 *
 * @param text - `name` or `name:key=value,...`
 * @throws UsageError for an unknown name or key
 */
export function firstPrior(text: string): GivenPrior {
  if (text.includes(":")) return { prior: parsePrior(text), family: undefined };
  const prior = parsePrior(first[text] ?? text);
  return { prior, family: learnableFamilies.find(({ name }) => name === text) };
}
