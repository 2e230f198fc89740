import { demonstrations } from "./demonstrations/index.ts";
import type { Experiment } from "./experiment.ts";
import { spikedMatrixTensor } from "./spiked-matrix-tensor/index.ts";

/** All experiments, paper by paper. The law suite runs over this list. */
export const experiments: readonly Experiment[] = [...spikedMatrixTensor, ...demonstrations];
