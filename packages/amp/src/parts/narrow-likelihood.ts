import type { Panel } from "./panel.ts";
import type { Tabulated, TiltedMoments } from "./tilted-moments.ts";

/** Standard deviations of the likelihood over which the density is looked at. */
const apart = 16;
/** Of log P over that distance: its slope, its curvature, and what else it does. What the expansion leaves out is below 1e-14. */
const steepest = 2 ** -7;
const mostCurved = 2 ** -16;
const unexplained = 1e-8;
/** Farther away nothing may weigh more than e^-42 of what is near. */
const negligible = 42;

/**
 * Moments of P(w) exp(-A (w - centre)^2/2) where the density hardly varies over the likelihood's width; undefined elsewhere. With
 * a = (log P)'/sqrt(A) and c = (log P)''/A at the centre,
 *
 *     log mass = log P + log(2 pi/A)/2 + (a^2 + c)/2,  mean = centre + a/sqrt(A),  variance = (1 + c)/A.
 *
 * So it is far out in heavy tails, where no grid follows: points closer than the likelihood is wide may be one and the same number.
 */
export function narrowLikelihood(
  { panels, logDensity }: Tabulated,
  A: number,
  centre: number,
): TiltedMoments | undefined {
  const width = 1 / Math.sqrt(A);
  const far = apart * width;
  const inside = ({ from, to }: Panel): boolean => from < centre - far && centre + far < to;
  if (!(A < Infinity && Math.abs(centre) < Infinity && panels.some(inside))) return undefined;
  const at = (part: number): number => logDensity(centre + part * far);
  const here = at(0);
  const [below, above] = [at(-1) - here, at(1) - here];
  const slope = (above - below) / 2;
  const bend = (above + below) / 2;
  const rest = Math.max(
    Math.abs(at(1 / 2) - here - slope / 2 - bend / 4),
    Math.abs(at(-1 / 2) - here + slope / 2 - bend / 4),
  );
  if (!(Math.abs(slope) <= steepest && Math.abs(bend) <= mostCurved && rest <= unexplained)) return undefined;
  const a = slope / apart;
  const c = (2 * bend) / (apart * apart);
  const logMass = here + Math.log(2 * Math.PI) / 2 + Math.log(width) + (a * a + c) / 2;
  if (!panels.every((panel) => isFaint(panel, A, centre, far, logMass))) return undefined;
  return { peak: centre, logMass, mean: centre + a * width, variance: (1 + c) / A };
}

/** Whether the nodes that are not near the centre weigh next to nothing. */
function isFaint(
  { nodes, logWeights }: Panel,
  A: number,
  centre: number,
  far: number,
  logMass: number,
): boolean {
  for (let i = 0; i < nodes.length; i++) {
    const distance = nodes[i]! - centre;
    if (Math.abs(distance) <= far) continue;
    if (logWeights[i]! - (A * distance * distance) / 2 > logMass - negligible) return false;
  }
  return true;
}
