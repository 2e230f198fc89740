import { distance } from "fastest-levenshtein";
import { UsageError } from "./usage-error.ts";

/**
 * The known name nearest to a mistyped one; none where nothing is near.
 *
 * @param name - as typed
 * @param known - the names that exist
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, edits: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const [best] = ranked;
  const near = best !== undefined && best.edits <= Math.max(2, Math.floor(best.candidate.length / 3));
  return near ? best.candidate : ranked.find(({ candidate }) => candidate.startsWith(name))?.candidate;
}

/**
 * Refuses an unknown name with the nearest known one, or with all of them.
 *
 * @param kind - what the name names, as `experiment`
 * @param name - as typed
 * @param known - the names that exist
 * @throws UsageError always
 */
export function unknownName(kind: string, name: string, known: readonly string[]): never {
  const guess = nearest(name, known);
  const help = guess === undefined ? `one of ${known.join(", ")}` : `did you mean ${guess}?`;
  throw new UsageError(`unknown ${kind} ${JSON.stringify(name)}; ${help}`);
}
