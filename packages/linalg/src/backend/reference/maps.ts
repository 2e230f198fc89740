import type { MapName } from "../../maps/map-name.ts";
import type { Floats } from "../../matrix.ts";
import { referenceErf } from "./erf.ts";

/** e^{-|x|} does not overflow. */
function sigmoid(x: number): number {
  const z = Math.exp(-Math.abs(x));
  return (x >= 0 ? 1 : z) / (1 + z);
}

const maps: Readonly<Record<MapName, (x: number) => number>> = {
  exp: Math.exp,
  log: Math.log,
  tanh: Math.tanh,
  erf: referenceErf,
  sigmoid,
  relu: (x) => Math.max(0, x),
};

/** One call an entry. */
export function referenceMap(name: MapName, x: Floats, out: Floats): void {
  const map = maps[name];
  for (let i = 0; i < x.length; i++) out[i] = map(x[i]!);
}
