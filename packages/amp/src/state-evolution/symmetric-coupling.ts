import { rejectKind, requireInteger, requirePositive } from "../argument-checks.ts";
import type { SymmetricSpec } from "../models.ts";
import type { Coupling } from "./coupling.ts";

/** Larger orders are taken for a mistake. */
const maximumOrder = 64;

/** The coupling of one vector x to itself: A = sum_c m^{p_c - 1}/D_c, U = sum_c m^{p_c}/(p_c D_c). */
export function symmetricCoupling(call: string, spec: SymmetricSpec): Coupling {
  requireSymmetricSpec(call, spec);
  const { channels } = spec;
  return {
    names: ["x"],
    ratios: [1],
    precision: (_, m) =>
      channels.reduce((sum, { order, variance }) => sum + m[0]! ** (order - 1) / variance, 0),
    energy: (m) =>
      channels.reduce((sum, { order, variance }) => sum + m[0]! ** order / (order * variance), 0),
  };
}

/** Requires channels of orders and variances in range. */
export function requireSymmetricSpec(call: string, spec: SymmetricSpec): void {
  if (!(spec?.channels?.length > 0)) rejectKind(call, "spec.channels", "list at least one channel", spec);
  spec.channels.forEach(({ order, variance }, c) => {
    requireInteger(call, `spec.channels[${c}].order`, order, 2, maximumOrder);
    requirePositive(call, `spec.channels[${c}].variance`, variance);
  });
}
