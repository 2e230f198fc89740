import type { Job } from "@onsager/tooling/bench";
import erf from "@stdlib/math-base-special-erf";
import tanh from "@stdlib/math-base-special-tanh";
import * as np from "numpy-ts";
import { hermiteSeries, mapArray } from "../../src/index.ts";
import { bothBuilds, peer } from "../contestants.ts";
import { normals } from "../data.ts";
import { numpyTs } from "../peers.ts";

const COUNT = 1_000_000;

function stdlibMap(f: (x: number) => number): () => void {
  const [x, out] = [normals(COUNT), new Float64Array(COUNT)];
  return () => {
    for (let i = 0; i < COUNT; i++) out[i] = f(x[i]!);
  };
}

function mapJob(name: "tanh" | "erf", peers: Job["contestants"]): Job {
  return {
    name: `${name}, 10^6`,
    work: { amount: COUNT, unit: "ns an element" },
    python: { call: `${name}_map`, args: [COUNT] },
    contestants: [
      ...bothBuilds((backend) => {
        const [x, out] = [normals(COUNT), new Float64Array(COUNT)];
        return () => mapArray(name, x, { out, backend });
      }),
      ...peers,
    ],
  };
}

function seriesJob(degree: number): Job {
  return {
    name: `Hermite series of degree ${degree}, 10^6`,
    work: { amount: COUNT, unit: "ns an element" },
    python: { call: "hermite_series", args: [COUNT, degree] },
    contestants: bothBuilds((backend) => {
      const [x, out, c] = [normals(COUNT), new Float64Array(COUNT), normals(degree + 1, "c")];
      return () => hermiteSeries(c, x, { out, backend });
    }),
  };
}

/** Elementwise functions. */
export const mapJobs: readonly Job[] = [
  mapJob("tanh", [
    peer("numpy-ts", () => {
      const x = numpyTs(normals(COUNT), [COUNT]);
      return () => np.tanh(x);
    }),
    peer("stdlib", () => stdlibMap(tanh)),
  ]),
  mapJob("erf", [peer("stdlib", () => stdlibMap(erf))]),
  seriesJob(8),
];
