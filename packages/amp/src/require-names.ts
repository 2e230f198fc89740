import { reject, rejectKind } from "./argument-checks.ts";

/** Requires a record whose keys are names of factors. */
export function requireNames(
  call: string,
  argument: string,
  record: Readonly<Record<string, unknown>>,
  names: readonly string[],
): void {
  if (typeof record !== "object" || record === null) rejectKind(call, argument, "be an object", record);
  for (const name of Object.keys(record))
    if (!names.includes(name)) reject(call, argument, `name factors among ${names.join(", ")}`, name);
}
