import { reject } from "../argument-checks.ts";

/** Throws that a label is not one of those of a channel. */
export function requireLabel(name: string, y: number, events: readonly { readonly label: number }[]): never {
  return reject(name, "y", `be one of ${events.map(({ label }) => label).join(", ")}`, y);
}
