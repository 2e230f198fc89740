import type { Matrix } from "@onsager/linalg";
import { rejectKind, requireFiniteArray, requireInteger, requireLength } from "./argument-checks.ts";

/** Requires a matrix of at least one row and column whose entries are as many as its sizes say, and finite. */
export function requireMatrix(call: string, argument: string, M: Matrix<Float64Array | Float32Array>): void {
  requireFiniteArray(call, `${argument}.data`, M?.data);
  requireInteger(call, `${argument}.rows`, M.rows, 1, 2 ** 32 - 1);
  requireInteger(call, `${argument}.cols`, M.cols, 1, 2 ** 32 - 1);
  requireLength(call, `${argument}.data`, M.data.length, M.rows * M.cols, "rows x cols");
}

/** Requires a sample of an ensemble, by the fields that tell it. */
export function requireSample(call: string, sample: object, ...fields: readonly string[]): void {
  if (typeof sample === "object" && sample !== null && fields.every((field) => field in sample)) return;
  rejectKind(call, "sample", `be a sample of this ensemble, with ${fields.join(" and ")}`, sample);
}
