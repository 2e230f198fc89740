import { reject, rejectKind, requirePositive } from "../argument-checks.ts";
import type { SharedFactorSpec } from "../models.ts";
import type { Coupling } from "./coupling.ts";

/**
 * The coupling of factors through the channels that they share: U = sum_c (1/D_c) prod_{a in c} alpha_a m_a, so that
 * A_a = sum_{c with a} (1/D_c) prod_{b in c, b != a} alpha_b m_b.
 */
export function sharedFactorCoupling(call: string, spec: SharedFactorSpec): Coupling {
  requireSharedFactorSpec(call, spec);
  const names = Object.keys(spec.ratios);
  const ratios = names.map((name) => spec.ratios[name]!);
  const channels = spec.channels.map(({ factors, variance }) => ({
    variance,
    factors: factors.map((name) => names.indexOf(name)),
  }));
  const product = (factors: readonly number[], m: Float64Array, but?: number): number =>
    factors.reduce((result, b) => (b === but ? result : result * ratios[b]! * m[b]!), 1);
  const channelsOf = names.map((_, a) => channels.filter(({ factors }) => factors.includes(a)));
  return {
    names,
    ratios,
    precision: (a, m) =>
      channelsOf[a]!.reduce((sum, { factors, variance }) => sum + product(factors, m, a) / variance, 0),
    energy: (m) => channels.reduce((sum, { factors, variance }) => sum + product(factors, m) / variance, 0),
  };
}

/** Requires positive ratios, the first of them 1, and channels over two or more different factors. */
export function requireSharedFactorSpec(call: string, spec: SharedFactorSpec): void {
  const names = Object.keys(spec?.ratios ?? rejectKind(call, "spec.ratios", "name the factors", spec));
  for (const name of names) requirePositive(call, `spec.ratios.${name}`, spec.ratios[name]!);
  if (spec.ratios[names[0]!] !== 1)
    reject(call, "the first of spec.ratios", "be 1", spec.ratios[names[0]!] ?? "none");
  if (!(spec.channels?.length > 0))
    rejectKind(call, "spec.channels", "list at least one channel", spec.channels);
  spec.channels.forEach(({ factors, variance }, c) => {
    requirePositive(call, `spec.channels[${c}].variance`, variance);
    requireFactors(call, `spec.channels[${c}].factors`, factors, names);
  });
}

function requireFactors(
  call: string,
  argument: string,
  factors: readonly string[],
  names: readonly string[],
): void {
  if (!(Array.isArray(factors) && factors.length >= 2))
    rejectKind(call, argument, "name at least two factors", factors);
  factors.forEach((name, slot) => {
    if (!names.includes(name)) reject(call, `${argument}[${slot}]`, `be one of ${names.join(", ")}`, name);
    if (factors.indexOf(name) !== slot) reject(call, argument, "be different", name);
  });
}
