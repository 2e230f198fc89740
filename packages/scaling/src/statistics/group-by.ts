import { rejectKind } from "../argument-checks.ts";

/** A row of results: values by name. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows that agree in some values. */
export interface Group<R extends Row = Row> {
  /** The values in which they agree, by name. */
  readonly point: Readonly<Record<string, unknown>>;
  /** The rows, in their order. */
  readonly rows: readonly R[];
}

/**
 * Rows by their values under some names.
 *
 * @param rows - results
 * @param by - the names of the values that tell groups apart; numbers, texts, truth values or null
 * @returns the groups, in the order in which the rows name them first
 * @throws TypeError when a row lacks one of the names
 */
export function groupBy<R extends Row>(rows: readonly R[], by: readonly string[]): readonly Group<R>[] {
  const groups = new Map<string, { point: Record<string, unknown>; rows: R[] }>();
  for (const row of rows) {
    const lacking = by.find((name) => row[name] === undefined);
    if (lacking !== undefined)
      rejectKind("groupBy", "rows", `have ${by.join(", ")}`, `a row without ${lacking}`);
    const key = JSON.stringify(by.map((name) => [typeof row[name], String(row[name])]));
    const group = groups.get(key) ?? {
      point: Object.fromEntries(by.map((name) => [name, row[name]])),
      rows: [],
    };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}
