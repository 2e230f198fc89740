import type { Experiment } from "../experiment.ts";
import { bbp } from "./bbp.ts";
import { donohoTanner } from "./donoho-tanner.ts";
import { marchenkoPastur } from "./marchenko-pastur.ts";
import { phaseRetrieval } from "./phase-retrieval.ts";

export type { BbpPoint, BbpRow } from "./bbp.ts";
export type { DonohoTannerPoint, DonohoTannerRow } from "./donoho-tanner.ts";
export type { MarchenkoPasturPoint, MarchenkoPasturRow } from "./marchenko-pastur.ts";
export type { PhaseRetrievalPoint, PhaseRetrievalRow } from "./phase-retrieval.ts";
export { bbp, donohoTanner, marchenkoPastur, phaseRetrieval };

/** The standard demonstrations. */
export const demonstrations: readonly Experiment[] = [bbp, marchenkoPastur, phaseRetrieval, donohoTanner];
