import type { Run } from "../runs/results-in.ts";
import { text } from "./html.ts";

/** More values than this are shown as their range. */
const LISTED = 8;

/** The parameters of a run with the values that occur, as cells of a table. */
export function parameterRows({ experiment, record }: Run): string[][] {
  const { points, replicates } = record.manifest.plan;
  const rows = Object.entries(experiment.parameters).map(([name, { description }]) => {
    const values = [...new Set(points.map((point) => point[name]!))];
    return [`<code>${text(name)}</code>`, text(shown(values)), text(description)];
  });
  return [...rows, ["replicates", String(replicates), "Trials at each point"]];
}

function shown(values: readonly (number | string | boolean)[]): string {
  if (values.length <= LISTED || !values.every((value) => typeof value === "number"))
    return values.join(", ");
  return `${values.length} values from ${Math.min(...values)} to ${Math.max(...values)}`;
}
