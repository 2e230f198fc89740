import { reject } from "../argument-checks.ts";

/** Requires a label that is not negative. */
export function requireNonNegative(name: string, y: number): void {
  if (!(y >= 0 && y < Infinity)) reject(name, "y", "be at least 0 and finite", y);
}

/** Throws that a label is not one of those of a channel. */
export function requireLabel(name: string, y: number, events: readonly { readonly label: number }[]): never {
  return reject(name, "y", `be one of ${events.map(({ label }) => label).join(", ")}`, y);
}
