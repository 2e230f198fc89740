import { stream } from "@onsager/random";
import type { Experiment, Grid, Point, Results, Row, Trial } from "../../src/index.ts";

/** The stream of a trial. */
const streamOf = (seed: number, { name }: Experiment, point: Point, replicate: number) =>
  stream(seed).split(name).split(JSON.stringify(point).replaceAll("/", " ")).split(replicate);

/** Every trial of a grid. */
export function trialsOf(experiment: Experiment, { points, replicates }: Grid, seed: number): Trial[] {
  return points.flatMap((point) =>
    Array.from({ length: replicates }, (_, replicate) => ({
      point,
      replicate,
      result: experiment.run(point, streamOf(seed, experiment, point, replicate)),
    })),
  );
}

/** A few points of the small size, so small that they say nothing. */
export function tinyGrid({ sizes, parameters }: Experiment): Grid {
  const { points } = sizes.small;
  const few = [0, Math.floor(points.length / 2), points.length - 1];
  const dimension = Math.max(24, Number(parameters.dimension?.minimum));
  return {
    points: [...new Set(few)].map((at) => ({ ...points[at]!, dimension, sweeps: 10, descentSteps: 10 })),
    replicates: 2,
  };
}

/** The trials of the small size as they would be if the dimension were infinite. */
export function limitTrials({ sizes }: Experiment, { theory }: Results, unsaid: Row): Trial[] {
  const { points, replicates } = sizes.small;
  return points.flatMap((point) => {
    const result = { ...unsaid, ...theory(point) } as Row;
    return Array.from({ length: replicates }, (_, replicate) => ({ point, replicate, result }));
  });
}

/** The same trials with other numbers, and the opposite of what was true. */
export function changedTrials(trials: readonly Trial[]): Trial[] {
  const change = (value: Row[string]): Row[string] => {
    if (typeof value === "number") return 0.6 - value / 2;
    return typeof value === "boolean" ? !value : value;
  };
  return trials.map((trial) => ({
    ...trial,
    result: Object.fromEntries(Object.entries(trial.result).map(([name, value]) => [name, change(value)])),
  }));
}
