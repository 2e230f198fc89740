import { rejectKind } from "../argument-checks.ts";
import { pieceChart } from "../quadrature/piece-chart.ts";
import type { Density } from "./density-part.ts";
import { makePanel, type Panel } from "./panel.ts";
import { type Tabulated, type TiltedMoments, tiltedMoments } from "./tilted-moments.ts";

/** A normalised density on panels that are fine enough for its moments. */
export interface Table extends Tabulated {
  readonly mean: number;
  readonly variance: number;
  /** What lies outside [from, to] is negligible. */
  readonly from: number;
  readonly to: number;
}

const coarsestLevel = 5;
const finestLevel = 10;
const tolerance = 1e-12;
const rounding = 4 * Number.EPSILON;
/** Standard deviations around the mean that are inside in any case. */
const core = 10;
/** Nodes with less than e^-42 of the largest contribution to the second moment are outside. */
const negligible = 42;
/** At an infinite end the contributions must have fallen to e^-14 of the largest. */
const vanishing = 14;
/** Logarithms of densities below this are about to become those of zero. */
const underflows = -650;

/** The density on panels of the first level that gives the same moments as the level before. */
export function tabulate({ logDensity, pieces, scale }: Density): Table {
  const panelsAt = (level: number): Panel[] => {
    return pieces.map((piece) => makePanel(pieceChart(piece, scale), piece, level, logDensity));
  };
  const coarsest = panelsAt(coarsestLevel);
  requireLightTails(coarsest, logDensity);
  let last = moments({ panels: coarsest, logDensity });
  for (let level = coarsestLevel + 1; level <= finestLevel; level++) {
    const panels = panelsAt(level);
    const next = moments({ panels, logDensity, fineness: level - coarsestLevel });
    if (agree(last, next)) return normalised(panels, logDensity, next);
    last = next;
  }
  const rule = "be smooth between its kinks, with features of the size of scale";
  return rejectKind("definePrior", "density", rule, "moments that change from grid to grid");
}

function moments(table: Tabulated): TiltedMoments {
  const found = tiltedMoments(table, { A: 0, slope: () => 0 });
  if (found.variance > 0 && found.variance < Infinity) return found;
  const got = `mass e^${found.logMass} and variance ${found.variance}`;
  return rejectKind("definePrior", "density", "have a positive mass and a finite variance", got);
}

/** Whether moments agree, as far as points of the size of the mean can be told apart. */
function agree(a: TiltedMoments, b: TiltedMoments): boolean {
  const deviation = Math.sqrt(b.variance);
  const slack = tolerance * deviation + rounding * Math.abs(b.mean);
  return (
    Math.abs(a.logMass - b.logMass) <= slack / deviation &&
    Math.abs(a.mean - b.mean) <= slack &&
    Math.abs(a.variance - b.variance) <= 2 * slack * deviation
  );
}

function normalised(
  panels: readonly Panel[],
  logDensity: (w: number) => number,
  { logMass, mean, variance }: TiltedMoments,
): Table {
  const scaled = panels.map((panel) => ({
    ...panel,
    logWeights: panel.logWeights.map((value) => value - logMass),
  }));
  const near = core * Math.sqrt(variance);
  const reached = [
    mean - near,
    mean + near,
    ...scaled.flatMap((panel) => contributors(panel, mean, variance)),
  ];
  return {
    panels: scaled,
    logDensity: (w) => logDensity(w) - logMass,
    mean,
    variance,
    from: Math.min(...reached),
    to: Math.max(...reached),
  };
}

/** The ends of the nodes of a panel that contribute to E[(w - mean)^2 + variance]. */
function contributors({ nodes, logWeights }: Panel, mean: number, variance: number): number[] {
  const shares = logWeights.map((value, i) => value + Math.log(1 + (nodes[i]! - mean) ** 2 / variance));
  const counts = (share: number): boolean => share > -negligible;
  const first = shares.findIndex(counts);
  return first < 0 ? [] : [nodes[first]!, nodes[shares.findLastIndex(counts)]!];
}

/**
 * Requires that what panels contribute to the second moment vanishes towards infinite ends, or to where the density underflows on its
 * way there.
 */
function requireLightTails(panels: readonly Panel[], logDensity: (w: number) => number): void {
  const shares = panels.map(({ nodes, logWeights }) => {
    return logWeights.map((value, i) => value + 2 * Math.log(Math.abs(nodes[i]!)));
  });
  const most = shares.reduce(
    (greatest, values) => values.reduce((a, b) => Math.max(a, b), greatest),
    -Infinity,
  );
  panels.forEach(({ from, to, nodes }, p) => {
    const own = shares[p]!;
    const known = (share: number): boolean => share > -Infinity;
    const heavy = (infinite: boolean, i: number): boolean =>
      infinite &&
      own[i]! > most - vanishing &&
      (i <= 0 || i >= nodes.length - 1 || logDensity(nodes[i]!) < underflows);
    if (!heavy(from === -Infinity, own.findIndex(known)) && !heavy(to === Infinity, own.findLastIndex(known)))
      return;
    const rule = "have a finite variance, and tails that fall faster than about |w|^-3.1";
    rejectKind("definePrior", "density", rule, "tails that are too heavy");
  });
}
