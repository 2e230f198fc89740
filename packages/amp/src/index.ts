export type { Channel, Output } from "./channel.ts";
export type { Convergence } from "./convergence.ts";
export type { Denoiser } from "./denoiser.ts";
export type {
  Observation,
  SharedFactorModel,
  SharedFactorSpec,
  SymmetricModel,
  SymmetricSpec,
} from "./models.ts";
export type { Posterior, Prior } from "./prior.ts";
export type { Stream } from "./random.ts";
export type { RunOptions } from "./run-steps.ts";
export type { Status } from "./status.ts";
