import { segmentChart } from "../quadrature/segment-chart.ts";
import { makePanel, type Panel } from "./panel.ts";

/** A density exp(logDensity) on panels. */
export interface Tabulated {
  readonly panels: readonly Panel[];
  logDensity(w: number): number;
}

/** The slope of a quadratic tilt at w, a line that falls with slope -A. */
export interface Tilt {
  readonly A: number;
  slope(w: number): number;
}

/** Moments of exp(tilt) times a density. */
export interface TiltedMoments {
  /** A point where the product is large: its integral is exp(tilt(peak) + logMass). */
  readonly peak: number;
  readonly logMass: number;
  readonly mean: number;
  readonly variance: number;
}

/** Nodes with less than e^-42 of the largest product are left out. */
const negligible = 42;
/** Nodes that a panel must have among the others. */
const enough = 64;
const zoomLevel = 5;
const mostZooms = 40;

/** Moments of a tilted density: sums over its panels, or over finer ones around the peak where these are too coarse for it. */
export function tiltedMoments({ panels, logDensity }: Tabulated, tilt: Tilt): TiltedMoments {
  let current = panels;
  let peak = panels[0]!.nodes[panels[0]!.nodes.length >> 1]!;
  for (let zooms = 0; zooms < mostZooms; zooms++) {
    const exponents = current.map((panel) => tilted(panel, tilt, peak));
    const top = exponents.reduce((most, values) => Math.max(most, highest(values)), -Infinity);
    if (top === -Infinity) return { peak, logMass: -Infinity, mean: Number.NaN, variance: Number.NaN };
    peak = nodeOf(current, exponents, top);
    const kept = current.map((panel, i) => zoomed(panel, exponents[i]!, top, logDensity));
    const settled = kept.every((panel, i) => panel === current[i] || panel === undefined);
    current = kept.filter((panel) => panel !== undefined);
    if (settled) break;
  }
  return sum(current, tilt, peak);
}

/** log weight + tilt(w) - tilt(base) at the nodes. */
function tilted({ nodes, logWeights }: Panel, { A, slope }: Tilt, base: number): Float64Array {
  const pull = slope(base);
  return logWeights.map((logWeight, i) => {
    const distance = nodes[i]! - base;
    return logWeight + distance * (pull - (A * distance) / 2);
  });
}

function highest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

function nodeOf(panels: readonly Panel[], exponents: readonly Float64Array[], top: number): number {
  const holder = exponents.findIndex((values) => values.includes(top));
  return panels[holder]!.nodes[exponents[holder]!.indexOf(top)]!;
}

/** The panel itself where enough of its nodes count, a finer one between those that do not, or none if no node counts. */
function zoomed(
  panel: Panel,
  exponents: Float64Array,
  top: number,
  logDensity: (w: number) => number,
): Panel | undefined {
  const counts = (value: number): boolean => value > top - negligible;
  const first = exponents.findIndex(counts);
  const last = exponents.findLastIndex(counts);
  if (first < 0) return undefined;
  if (last - first + 1 >= enough) return panel;
  const from = panel.nodes[first - 1] ?? panel.from;
  const to = panel.nodes[last + 1] ?? panel.to;
  return makePanel(segmentChart(from, to), { from, to }, zoomLevel, logDensity);
}

function sum(panels: readonly Panel[], tilt: Tilt, peak: number): TiltedMoments {
  const exponents = panels.map((panel) => tilted(panel, tilt, peak));
  let mass = 0;
  let shift = 0;
  let square = 0;
  panels.forEach(({ nodes }, p) => {
    exponents[p]!.forEach((exponent, i) => {
      const weight = Math.exp(exponent);
      const distance = nodes[i]! - peak;
      mass += weight;
      shift += weight * distance;
      square += weight * distance * distance;
    });
  });
  shift /= mass;
  return { peak, logMass: Math.log(mass), mean: peak + shift, variance: square / mass - shift * shift };
}
