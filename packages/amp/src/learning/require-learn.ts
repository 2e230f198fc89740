import { rejectKind, requireInteger, requirePositive } from "../argument-checks.ts";
import type { Prior } from "../prior.ts";
import { requireNames } from "../require-names.ts";
import type { LearnableFamily } from "./family.ts";
import type { LearnOptions } from "./learn-options.ts";
import type { Learnable } from "./learner.ts";

/** What is to be learnt, checked: of each factor the family, of each channel whether its variance. */
export interface Learning {
  readonly families: readonly (LearnableFamily | undefined)[];
  readonly noise: readonly boolean[];
  readonly after: number;
}

/** Checks what is to be learnt, and fills in defaults. */
export function requireLearn(call: string, problem: Learnable, options: LearnOptions): Learning {
  if (typeof options !== "object" || options === null) rejectKind(call, "learn", "be an object", options);
  const { after = 50 } = options;
  requireInteger(call, "learn.after", after, 1, 2 ** 31);
  return { families: familiesOf(call, problem, options), noise: noiseOf(call, problem, options), after };
}

function familiesOf(
  call: string,
  { names, assumed }: Learnable,
  { prior = {} }: LearnOptions,
): Learning["families"] {
  const same = isFamily(prior) ? prior : undefined;
  const byName = same ? {} : (prior as Readonly<Record<string, LearnableFamily>>);
  requireNames(call, "learn.prior", byName, names);
  return names.map((name, a) => {
    const family = same ?? byName[name];
    if (family !== undefined) requireMember(call, name, family, assumed.denoisers[a] as Prior);
    return family;
  });
}

function isFamily(prior: LearnOptions["prior"]): prior is LearnableFamily {
  return typeof prior?.update === "function";
}

/** Requires a family, and a prior that is one of it. */
function requireMember(call: string, name: string, family: LearnableFamily, prior: Prior): void {
  if (!isFamily(family)) rejectKind(call, `learn.prior.${name}`, "be a family of priors", family);
  if (prior.name === family.name && prior.parameters !== undefined) return;
  rejectKind(call, `the prior of ${name}`, `be ${family.name}, with parameters to learn`, prior.name);
}

function noiseOf(call: string, { assumed }: Learnable, { noise = false }: LearnOptions): readonly boolean[] {
  const { variances } = assumed;
  const each = typeof noise === "boolean" ? variances.map(() => noise) : noise;
  const count = variances.length;
  if (!Array.isArray(each) || each.length !== count || !each.every((value) => typeof value === "boolean"))
    rejectKind(call, "learn.noise", `be a boolean, or one for each channel (${count})`, noise);
  if (noise === true && count === 0)
    rejectKind(call, "learn.noise", "be false where the channel has no noise on its projection", noise);
  each.forEach((learn, c) => {
    if (learn) requirePositive(call, "the variance that learning starts from", variances[c]!);
  });
  return each;
}
