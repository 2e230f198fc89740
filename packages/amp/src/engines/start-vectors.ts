import type { Stream } from "../random.ts";
import { requireStream } from "../require-stream.ts";
import { requireVector } from "./require-observation.ts";

/** The start of each factor: as given, else entries from N(0, 1) of `random.split("start").split(name)`. */
export function startVectors(
  call: string,
  { names, sizes }: { readonly names: readonly string[]; readonly sizes: readonly number[] },
  start: Readonly<Record<string, Float64Array>>,
  random: Stream,
): Float64Array[] {
  return names.map((name, a) => {
    const given = start[name];
    if (given === undefined) {
      requireStream(call, random);
      const drawn = new Float64Array(sizes[a]!);
      random.split("start").split(name).fillNormal(drawn);
      return drawn;
    }
    requireVector(call, `start.${name}`, given, sizes[a]!);
    return Float64Array.from(given);
  });
}
