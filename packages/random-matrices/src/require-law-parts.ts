import { reject, rejectKind, requireFinite } from "./argument-checks.ts";
import type { Atom, Interval } from "./spectral-law.ts";

/** Requires what a definition says of a law's support and atoms, as far as numbers tell. */
export function requireLawParts(
  call: string,
  { name, support, atoms }: { name: string; support: readonly Interval[]; atoms: readonly Atom[] },
): void {
  if (typeof name !== "string") rejectKind(call, "name", "be a string", name);
  if (!Array.isArray(support)) rejectKind(call, "support", "be an array of intervals", support);
  support.forEach(([lower, upper], i) => {
    requireFinite(call, `support[${i}][0]`, lower);
    requireFinite(call, `support[${i}][1]`, upper);
    const least = i === 0 ? -Infinity : support[i - 1]![1];
    if (!(lower >= least)) reject(call, `support[${i}][0]`, `be at least ${least}`, lower);
    if (!(upper > lower)) reject(call, `support[${i}][1]`, `be above ${lower}`, upper);
  });
  atoms.forEach(({ at, mass }, i) => {
    requireFinite(call, `atoms[${i}].at`, at);
    if (!(mass > 0 && mass <= 1)) reject(call, `atoms[${i}].mass`, "be in (0, 1]", mass);
  });
}
