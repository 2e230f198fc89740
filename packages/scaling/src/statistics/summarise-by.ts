import { reject } from "../argument-checks.ts";
import { type Group, groupBy, type Row } from "./group-by.ts";
import { type Summary, summarise } from "./summarise.ts";

/**
 * The summary of one value over the rows that agree in others: mean and standard error over replicates at each point.
 *
 * @param rows - results, one a trial
 * @param by - the names of the parameters that tell points apart
 * @param name - the name of the value to summarise, a finite number in each row
 * @returns for each point, in the order in which the rows name them first, its values, its rows and the summary
 * @throws TypeError when a row lacks one of the names, or the value is no number; RangeError when it is not finite
 */
export function summariseBy<R extends Row>(
  rows: readonly R[],
  by: readonly string[],
  name: string,
): readonly (Group<R> & Summary)[] {
  return groupBy(rows, by).map((group) => ({
    ...group,
    ...summarise(group.rows.map((row) => numberOf(row, name))),
  }));
}

function numberOf(row: Row, name: string): number {
  const value = row[name];
  return typeof value === "number" ? value : reject("summariseBy", `rows.${name}`, "be a number", value);
}
