import { stream } from "@onsager/random";
import type { Job } from "@onsager/tooling/bench";
import ziggurat from "@stdlib/random-base-improved-ziggurat";
import * as np from "numpy-ts";
import { type Floats, fillNormal } from "../../src/index.ts";
import { bothBuilds, peer } from "../contestants.ts";

const COUNT = 1_000_000;

function normalsJob(name: string, call: string, out: Floats, peers: Job["contestants"]): Job {
  return {
    name,
    work: { amount: COUNT, unit: "ns an element" },
    python: { call, args: [COUNT] },
    contestants: [
      ...bothBuilds((backend) => {
        const random = stream(7);
        return () => fillNormal(random, out, 0, { backend });
      }),
      ...peers,
    ],
  };
}

const doublePeers: Job["contestants"] = [
  peer("@onsager/random in TypeScript", () => {
    const [random, out] = [stream(7), new Float64Array(COUNT)];
    return () => random.fillNormal(out, 0);
  }),
  peer("numpy-ts", () => () => np.random.standard_normal([COUNT])),
  peer("stdlib", () => {
    const [draw, out] = [ziggurat.factory({ seed: 7 }), new Float64Array(COUNT)];
    return () => {
      for (let i = 0; i < COUNT; i++) out[i] = draw();
    };
  }),
];

/** Fills with standard normals; NumPy's fastest generator and its counter-based one. */
export const normalsJobs: readonly Job[] = [
  normalsJob("normals f64, 10^6 (NumPy SFC64)", "normals", new Float64Array(COUNT), doublePeers),
  normalsJob("normals f64, 10^6 (NumPy Philox)", "normals_philox", new Float64Array(COUNT), []),
  normalsJob("normals f32, 10^6 (NumPy SFC64)", "normals_single", new Float32Array(COUNT), []),
];
