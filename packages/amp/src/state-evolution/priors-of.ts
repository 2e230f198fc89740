import { reject, rejectKind } from "../argument-checks.ts";
import type { Prior } from "../prior.ts";

/** The prior of each factor, in order: by name, or one for all. */
export function priorsOf(
  call: string,
  names: readonly string[],
  priors: Prior | Readonly<Record<string, Prior>>,
): Prior[] {
  if (typeof priors !== "object" || priors === null)
    rejectKind(call, "priors", "be a prior, or one for each factor", priors);
  if (isPrior(priors)) return names.map(() => priors);
  for (const name of Object.keys(priors))
    if (!names.includes(name)) reject(call, "priors", `name factors among ${names.join(", ")}`, name);
  return names.map((name) => priors[name] ?? rejectKind(call, `priors.${name}`, "be a prior", undefined));
}

function isPrior(value: Prior | Readonly<Record<string, Prior>>): value is Prior {
  return typeof value.overlap === "function";
}
