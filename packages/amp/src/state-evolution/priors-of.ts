import { rejectKind } from "../argument-checks.ts";
import type { Prior } from "../prior.ts";
import { requireNames } from "../require-names.ts";

/** The prior of each factor, in order: by name, or one for all. */
export function priorsOf(
  call: string,
  names: readonly string[],
  priors: Prior | Readonly<Record<string, Prior>>,
): Prior[] {
  if (typeof priors !== "object" || priors === null)
    rejectKind(call, "priors", "be a prior, or one for each factor", priors);
  if (isPrior(priors)) return names.map(() => priors);
  requireNames(call, "priors", priors, names);
  return names.map((name) => priors[name] ?? rejectKind(call, `priors.${name}`, "be a prior", undefined));
}

function isPrior(value: Prior | Readonly<Record<string, Prior>>): value is Prior {
  return typeof value.overlap === "function";
}
