import type { Extrapolation, FitResult } from "@onsager/scaling";
import type { UnfittedLaw } from "./fit-curve.ts";

/** One law in the record of a fit. */
export interface LawRecord
  extends Pick<FitResult, "parameters" | "standardErrors" | "intervals" | "confidence" | "bic"> {
  /** Its name. */
  readonly law: string;
  /** In the names of the parameters. */
  readonly formula: string;
  /** Whether the search for the least sum of squares came to its end. */
  readonly converged: boolean;
  /** Its values where they were asked for. */
  readonly extrapolations: readonly Extrapolation[];
}

/** What is written and printed of a fit. */
export interface FitRecord {
  /** By which the folder is known. */
  readonly command: "fit";
  /** The table. */
  readonly file: string;
  /** Its columns: sizes, measurements, seeds. */
  readonly x: string;
  readonly y: string;
  readonly by: string | null;
  /** Rows. */
  readonly points: number;
  /** The law of the lowest information criterion. */
  readonly best: string;
  /** From the best on. */
  readonly laws: readonly LawRecord[];
  /** Those that could not be fitted. */
  readonly unfitted: readonly UnfittedLaw[];
}
