import type { Matrix } from "@onsager/linalg";
import { UsageError } from "../usage-error.ts";
import { dataSpectrum, type SpectrumSettings } from "./data-spectrum.ts";
import type { SpectrumReport } from "./spectrum.ts";
import { symmetricSpectrum } from "./symmetric-spectrum.ts";

/** Asymmetry up to this part of the largest entry is rounding. */
const TOLERANCE = 1e-6;

/**
 * Reads the spectrum of a matrix: a symmetric one as noise and spikes, any other as data with samples in rows.
 *
 * @param matrix - at least 4 x 4
 * @param kind - `data` or `symmetric`; undefined: as it looks
 * @param settings - noise, level and loss
 * @throws UsageError for a matrix that is too small, or not symmetric where that is said
 */
export function readSpectrum(
  matrix: Matrix,
  kind: string | undefined,
  settings: SpectrumSettings,
): SpectrumReport {
  const { rows, cols } = matrix;
  if (Math.min(rows, cols) < 4)
    throw new UsageError(`the matrix must be at least 4 x 4, got ${rows} x ${cols}`);
  const symmetric = isSymmetric(matrix);
  if (kind === "symmetric" && !symmetric)
    throw new UsageError("--kind symmetric: the matrix is not symmetric");
  return (kind ?? (symmetric ? "symmetric" : "data")) === "symmetric"
    ? symmetricSpectrum(matrix, settings)
    : dataSpectrum(matrix, settings);
}

function isSymmetric({ rows, cols, data }: Matrix): boolean {
  if (rows !== cols) return false;
  const most = data.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < i; j++) {
      if (Math.abs(data[i * cols + j]! - data[j * cols + i]!) > TOLERANCE * most) return false;
    }
  }
  return true;
}
