import type { Job } from "@onsager/tooling/bench";
import * as np from "numpy-ts";
import { prepareTensor } from "../../src/index.ts";
import { bothBuilds, peer } from "../contestants.ts";
import { normals } from "../data.ts";
import { numpyTs } from "../peers.ts";

const tensor = (n: number) => ({ shape: [n, n, n] as const, data: normals(n ** 3, "T") });

function firstSlot(n: number): Job {
  return {
    name: `T(u,.,.) N=${n}`,
    work: { amount: 8 * n ** 3, unit: "GB/s" },
    python: { call: "tensor_first", args: [n] },
    contestants: [
      ...bothBuilds((backend) => {
        const [T, u] = [prepareTensor(tensor(n), { backend }), normals(n, "u")];
        const out = { rows: n, cols: n, data: new Float64Array(n * n) };
        return () => T.contractOne(0, u, out);
      }),
      peer("numpy-ts", () => {
        const [u, M] = [numpyTs(normals(n, "u"), [n]), numpyTs(tensor(n).data, [n, n * n])];
        return () => np.matmul(u, M);
      }),
    ],
  };
}

function allSlots(n: number): Job {
  return {
    name: `all three slot contractions N=${n}`,
    work: { amount: 8 * n ** 3, unit: "GB/s" },
    python: { call: "tensor_all", args: [n] },
    contestants: bothBuilds((backend) => {
      const T = prepareTensor(tensor(n), { backend });
      const [u, x, y] = [normals(n, "u"), normals(n, "x"), normals(n, "y")];
      const out = [new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const;
      return () => T.contractAll(u, x, y, out);
    }),
  };
}

/** Contractions of a 3-tensor that is prepared beforehand. */
export const tensorJobs: readonly Job[] = [firstSlot(300), allSlots(300)];
