import { reject } from "../argument-checks.ts";
import { pieceChart } from "../quadrature/piece-chart.ts";
import type { Density } from "./density-part.ts";
import { makePanel, type Panel } from "./panel.ts";
import { type Tabulated, tiltedMoments } from "./tilted-moments.ts";

/** A normalised density on panels that are fine enough for its moments. */
export interface Table extends Tabulated {
  readonly mean: number;
  readonly variance: number;
  /** What lies outside [from, to] is negligible. */
  readonly from: number;
  readonly to: number;
}

const coarsest = 3;
const finest = 11;
const tolerance = 1e-12;
const negligible = 50;
