import type { Prediction } from "./models/model.ts";

/** A prediction for reading: parameters, a block for each branch, thresholds; numbers to 14 digits. */
export function predictionText({
  model,
  parameters,
  branches,
  thresholds,
}: Prediction & { readonly model: string }): string {
  const blocks = [[model, parameters], ...Object.entries(branches), ["thresholds", thresholds]] as const;
  return blocks
    .filter(([, fields]) => Object.keys(fields).length > 0)
    .map(([title, fields]) => `${title}\n${linesOf(fields).join("\n")}\n`)
    .join("\n");
}

function linesOf(fields: object): string[] {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `  ${name.padEnd(width)}  ${shown(value)}`);
}

function shown(value: unknown): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "number") return String(Number(value.toPrecision(14)));
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${shown(inner)}`)
    .join("  ");
}
