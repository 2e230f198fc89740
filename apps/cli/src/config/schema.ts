import { z } from "zod";

type Value = number | string | boolean;

/** What a configuration file of `onsager run` says: the options of the command line. */
export interface Config {
  /** Name of an experiment. */
  readonly experiment: string;
  /** Points to start from. */
  readonly size: "small" | "medium" | "paper";
  /** Parameters that are the same at all points. */
  readonly set: Readonly<Record<string, Value>>;
  /** Values of parameters, all combined. */
  readonly grid: Readonly<Record<string, readonly Value[] | Range>>;
  /** Trials at each point. */
  readonly replicates?: number | undefined;
  /** Of all random numbers. */
  readonly seed: number;
  /** Where trials run. */
  readonly executor: "workers" | "inline";
  /** Their number. */
  readonly workers?: number | undefined;
  /** The run directory. */
  readonly out?: string | undefined;
}

/** Values at equal distances. */
interface Range {
  /** The first. */
  readonly from: number;
  /** The last, included. */
  readonly to: number;
  /** Difference of neighbours. */
  readonly step: number;
}

const value = z.union([z.number(), z.string(), z.boolean()]);
const range = z.strictObject({
  from: z.number().describe("first value"),
  to: z.number().describe("last value, included"),
  step: z.number().describe("difference of neighbours"),
});

const fields = {
  experiment: z.string().describe("name of an experiment; `onsager list experiments` names them"),
  size: z.enum(["small", "medium", "paper"]).default("small").describe("points to start from"),
  set: z.record(z.string(), value).default({}).describe("parameters that are the same at all points"),
  grid: z
    .record(z.string(), z.union([z.array(value).min(1), range]))
    .default({})
    .describe("values of parameters, all combined: a list, or from, to and step"),
  replicates: z.int().positive().optional().describe("trials at each point"),
  seed: z.int().nonnegative().default(1).describe("seed of all random numbers"),
  executor: z.enum(["workers", "inline"]).default("workers").describe("where trials run"),
  workers: z.int().positive().optional().describe("number of workers; default one a core"),
  out: z.string().min(1).optional().describe("the run directory; default runs/EXPERIMENT"),
};

/** The fields that a configuration may have. */
export const configFields: readonly string[] = Object.keys(fields);

/** What a configuration must be. */
export const configSchema: z.ZodType<Config> = z
  .strictObject(fields)
  .meta({ title: "onsager run", description: "A run of an experiment by onsager" });

/** The JSON Schema of a configuration, for editors. */
export function configJsonSchema(): unknown {
  return z.toJSONSchema(configSchema, { io: "input" });
}
