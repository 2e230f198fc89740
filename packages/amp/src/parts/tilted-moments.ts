import { finerPanel, type Panel, pieceAround } from "./panel.ts";

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

/** A panel with log weight + tilt(w) - tilt(base) at its nodes. */
interface Tilted {
  readonly panel: Panel;
  readonly exponents: Float64Array;
  /** The position of the largest. */
  readonly highest: number;
}

/** Nodes with less than e^-42 of the largest product do not count. */
const negligible = 42;
/** With less than e^-150 of it they are left out of sums: far tails may matter to the second moment. */
const faint = 150;
/** The number of equal weights with the same sum of squares that a panel's weights must be worth. */
const enough = 16;
const mostZooms = 40;
/** Shorter pieces, relative to where they lie, have no different numbers for nodes. */
const rounding = 256 * Number.EPSILON;

/** Moments of a tilted density: sums over its panels, or over finer ones around the peak where these are too coarse for it. */
export function tiltedMoments({ panels, logDensity }: Tabulated, tilt: Tilt): TiltedMoments {
  let current = panels;
  let peak = panels[0]!.nodes[panels[0]!.nodes.length >> 1]!;
  for (let zooms = 0; ; zooms++) {
    const tables = current.map((panel) => tilted(panel, tilt, peak));
    const best = tables.reduce((a, b) => (top(b) > top(a) ? b : a));
    if (top(best) === -Infinity) return { peak, logMass: -Infinity, mean: Number.NaN, variance: Number.NaN };
    const finer = tables.flatMap((table) => zoomed(table, top(best), logDensity));
    peak = best.panel.nodes[best.highest]!;
    if (zooms === mostZooms || finer.every((panel) => current.includes(panel))) return sum(finer, tilt, peak);
    current = finer;
  }
}

function tilted(panel: Panel, { A, slope }: Tilt, base: number): Tilted {
  const { nodes, logWeights } = panel;
  const exponents = new Float64Array(nodes.length);
  const pull = slope(base);
  let highest = 0;
  for (let i = 0; i < nodes.length; i++) {
    const distance = nodes[i]! - base;
    exponents[i] = logWeights[i]! + distance * (pull - (A * distance) / 2);
    if (exponents[i]! > exponents[highest]!) highest = i;
  }
  return { panel, exponents, highest };
}

function top({ exponents, highest }: Tilted): number {
  return exponents[highest]!;
}

/**
 * The panel itself where its nodes resolve the product, what counts fills half of it, or nothing finer can be had; a finer one between
 * the nodes that do not count elsewhere; none if no node counts.
 */
function zoomed(table: Tilted, most: number, logDensity: (w: number) => number): Panel[] {
  const { panel, exponents } = table;
  let first = 0;
  let last = exponents.length - 1;
  while (first <= last && !(exponents[first]! >= most - negligible)) first++;
  while (first <= last && !(exponents[last]! >= most - negligible)) last--;
  if (first > last) return [];
  if (effectiveNodes(table, first, last) >= enough) return [panel];
  const finer = pieceAround(panel, first, last);
  const length = finer.to - finer.from;
  const resolved = length > (panel.to - panel.from) / 2 || length <= rounding * Math.abs(finer.from);
  return resolved ? [panel] : [finerPanel(panel, finer, logDensity)];
}

/** (sum of weights)^2/(sum of their squares). */
function effectiveNodes({ exponents, highest }: Tilted, first: number, last: number): number {
  let sum = 0;
  let squares = 0;
  for (let i = first; i <= last; i++) {
    const weight = Math.exp(exponents[i]! - exponents[highest]!);
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum) / squares;
}

function sum(panels: readonly Panel[], tilt: Tilt, peak: number): TiltedMoments {
  const tables = panels.map((panel) => tilted(panel, tilt, peak));
  const most = tables.reduce((greatest, table) => Math.max(greatest, top(table)), -Infinity);
  let mass = 0;
  let shift = 0;
  let square = 0;
  for (const { panel, exponents } of tables) {
    for (let i = 0; i < exponents.length; i++) {
      if (!(exponents[i]! >= most - faint)) continue;
      const weight = Math.exp(exponents[i]! - most);
      const distance = panel.nodes[i]! - peak;
      mass += weight;
      shift += weight * distance;
      square += weight * distance * distance;
    }
  }
  shift /= mass;
  const logMass = most + Math.log(mass);
  return { peak, logMass, mean: peak + shift, variance: square / mass - shift * shift };
}
