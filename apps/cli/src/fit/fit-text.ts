import { table } from "../table.ts";
import type { FitRecord, LawRecord } from "./fit-record.ts";

/** A fit for reading: the laws from the best on. */
export function fitText({ file, x, y, points, laws, unfitted }: FitRecord): string {
  const blocks = laws.map(
    (law, k) => `${titleOf(law)}${k === 0 && laws.length > 1 ? " (best)" : ""}\n${linesOf(law, x)}`,
  );
  const rest = unfitted.map(({ law, reason }) => `${law}: not fitted, ${reason}\n`);
  return [`${y} against ${x}, ${points} points of ${file}\n`, ...blocks, ...rest].join("\n");
}

function titleOf({ law, formula, bic, converged }: LawRecord): string {
  return `${law}: ${formula}   BIC ${bic.toFixed(1)}${converged ? "" : ", NOT CONVERGED"}`;
}

function linesOf(
  { parameters, standardErrors, intervals, confidence, extrapolations }: LawRecord,
  x: string,
): string {
  const rows = Object.keys(parameters).map((name) => [
    `  ${name}`,
    digits(parameters[name]!),
    `+- ${digits(standardErrors[name]!)}`,
    `${100 * confidence} %: ${intervals[name]!.map(digits).join(" to ")}`,
  ]);
  const values = extrapolations.map((at) => [
    `  at ${x} = ${at.x}`,
    digits(at.value),
    `+- ${digits(at.standardError)}`,
    `${at.interval.map(digits).join(" to ")}${at.warning ? "  (outside of the data)" : ""}`,
  ]);
  return table([...rows, ...values]);
}

function digits(value: number): string {
  return String(Number(value.toPrecision(5)));
}
