import { type Stream, stream } from "@onsager/random";
import type { ScalingLaw } from "../../src/index.ts";

/** Points of a planted curve, from several seeds. */
export interface Planted {
  readonly x: number[];
  readonly y: number[];
  readonly seeds: number[];
}

/** 13 sizes from 1e2 to 1e5; each seed has a factor of its own of 2 %, and each point one of 3 %. */
export function planted(law: ScalingLaw, replicates: number, random: Stream): Planted {
  const points: Planted = { x: [], y: [], seeds: [] };
  for (let seed = 0; seed < replicates; seed++) {
    const factor = 1 + 0.02 * random.normal();
    for (let k = 0; k <= 12; k++) {
      const x = 10 ** (2 + k / 4);
      points.x.push(x);
      points.y.push(law.evaluate(law.example, x) * factor * (1 + 0.03 * random.normal()));
      points.seeds.push(seed);
    }
  }
  return points;
}

/** The stream of a test. */
export function randomOf(...path: readonly (string | number)[]): Stream {
  return path.reduce<Stream>((random, label) => random.split(label), stream(5));
}
