import type { Experiment } from "../experiment.ts";
import { ampVsStateEvolution } from "./amp-vs-state-evolution.ts";
import { hardPhase } from "./hard-phase.ts";
import { jointFails } from "./joint-fails.ts";
import { phaseDiagram } from "./phase-diagram.ts";
import { sequential } from "./sequential.ts";
import { staircase } from "./staircase.ts";

export type {
  AmpVsStateEvolutionPoint,
  AmpVsStateEvolutionRow,
  Trajectories,
} from "./amp-vs-state-evolution.ts";
export type { HardPhasePoint, HardPhaseRow } from "./hard-phase.ts";
export type { JointFailsPoint, JointFailsRow } from "./joint-fails.ts";
export type { Cells, Factor, FactorValues, NoisePoint } from "./matrix-tensor.ts";
export type { PhaseDiagramPoint, PhaseDiagramRow } from "./phase-diagram.ts";
export type { SequentialPoint, SequentialRow } from "./sequential.ts";
export type { StaircasePoint, StaircaseRow } from "./staircase.ts";
export { ampVsStateEvolution, hardPhase, jointFails, phaseDiagram, sequential, staircase };

/** The experiments of paper 4, on a spiked matrix and a spiked tensor that share a factor. */
export const spikedMatrixTensor: readonly Experiment[] = [
  staircase,
  jointFails,
  sequential,
  phaseDiagram,
  hardPhase,
  ampVsStateEvolution,
];
