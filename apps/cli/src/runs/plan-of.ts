import { cpus } from "node:os";
import type { Experiment, Grid } from "@onsager/experiments";
import type { Plan } from "@onsager/sweeps";
import { version } from "../version.ts";

/** What is to be run of an experiment. */
export interface Request {
  /** Which. */
  readonly experiment: Experiment;
  /** Its size, or `custom`. */
  readonly size: string;
  /** Where, and how often. */
  readonly grid: Grid;
  /** Seed of the run. */
  readonly seed: number;
}

/** The module of the trials: beside this file's folder in the sources, beside the file itself when built. */
const trials = new URL(import.meta.url.endsWith(".ts") ? "../trials.ts" : "./trials.js", import.meta.url)
  .href;

/** The plan of a request, with what the record should say of the machine. */
export function planOf({ experiment, size, grid, seed }: Request): Plan {
  return {
    name: experiment.name,
    module: trials,
    export: camelCase(experiment.name),
    backend: "backend",
    points: grid.points,
    replicates: grid.replicates,
    seed,
    about: {
      size,
      versions: { onsager: version, node: process.versions.node },
      machine: `${process.platform} ${process.arch}, ${cpus()[0]?.model.trim() ?? "unknown processor"}`,
    },
  };
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
