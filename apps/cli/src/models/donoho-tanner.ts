import { donohoTanner as sparsityAt } from "@onsager/amp";
import type { Model } from "./model.ts";
import { requiredPositive } from "./options.ts";

/** The transition of l1 minimisation. */
export const donohoTanner: Model = {
  name: "donoho-tanner",
  summary: "largest sparsity (nonzeros/rows) that l1 minimisation recovers",
  options: [{ flags: "--delta <ratio>", description: "undersampling, rows/columns, in (0, 1)" }],
  example: "donoho-tanner --delta 0.5",
  predict(options) {
    const delta = requiredPositive(options, "delta");
    return { parameters: { delta }, branches: {}, thresholds: { rho: sparsityAt(delta) } };
  },
};
