import { z } from "zod";

const value = z.union([z.number(), z.string(), z.boolean()]);
const range = z.strictObject({
  from: z.number().describe("first value"),
  to: z.number().describe("last value, included"),
  step: z.number().describe("difference of neighbours"),
});

/** A configuration of `onsager run`: the options of the command line in a file. */
export const configSchema = z
  .strictObject({
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
  })
  .meta({ title: "onsager run", description: "A run of an experiment by onsager" });

/** What a configuration file says. */
export type Config = z.infer<typeof configSchema>;

/** The JSON Schema of a configuration, for editors. */
export function configJsonSchema(): unknown {
  return z.toJSONSchema(configSchema, { io: "input" });
}
