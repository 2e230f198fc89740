import { finerPanels, type Panel, pieceAround } from "./panel.ts";

/** A density exp(logDensity) on panels. */
export interface Tabulated {
  readonly panels: readonly Panel[];
  logDensity(w: number): number;
  /** How often the steps of finer panels are halved; default 0. */
  readonly fineness?: number;
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
/** Digits to have, as a power of e. */
const digits = 32;
/** Of second differences of exponents, times the digits that a node still has to give. */
const resolved = 2;
/** Where this fails: a few dozen halvings reach any peak, and more panels than this only rounding asks for. */
const mostZooms = 40;
const mostPanels = 64;
/** Shorter pieces, relative to where they lie, have no different numbers for nodes. */
const rounding = 256 * Number.EPSILON;
/** Beyond this many variances, squared distances of the mean from the base cost digits. */
const far = 16;

/** Moments of a tilted density: sums over its panels, or over finer ones where these are too coarse for the product. */
export function tiltedMoments(table: Tabulated, tilt: Tilt): TiltedMoments {
  const { panels } = table;
  let current = panels;
  let base = panels[0]!.nodes[panels[0]!.nodes.length >> 1]!;
  for (let zooms = 0; ; zooms++) {
    const tables = current.map((panel) => tilted(panel, tilt, base));
    const best = tables.reduce((a, b) => (top(b) > top(a) ? b : a));
    const peak = best.panel.nodes[best.highest]!;
    if (top(best) === -Infinity) return { peak, logMass: -Infinity, mean: Number.NaN, variance: Number.NaN };
    const finer = tables.flatMap((at) => zoomed(at, top(best), table));
    const settled = finer.every((panel) => current.includes(panel));
    if (settled || zooms >= mostZooms || finer.length > mostPanels) {
      const moments = sum(tables, top(best), base);
      const near = peak === base || (moments.mean - base) ** 2 <= far * moments.variance;
      if (near || zooms >= mostZooms) return moments;
    }
    base = peak;
    current = finer.length > mostPanels ? current : finer;
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

function sum(tables: readonly Tilted[], most: number, base: number): TiltedMoments {
  let mass = 0;
  let shift = 0;
  let square = 0;
  for (const { panel, exponents } of tables) {
    for (let i = 0; i < exponents.length; i++) {
      if (!(exponents[i]! >= most - faint)) continue;
      const weight = Math.exp(exponents[i]! - most);
      const distance = panel.nodes[i]! - base;
      mass += weight;
      shift += weight * distance;
      square += weight * distance * distance;
    }
  }
  shift /= mass;
  const variance = Math.max(0, square / mass - shift * shift);
  return { peak: base, logMass: most + Math.log(mass), mean: base + shift, variance };
}

/** The panel itself where its nodes resolve the product or nothing finer can be had, finer ones elsewhere; none if no node counts. */
function zoomed({ panel, exponents, highest }: Tilted, most: number, table: Tabulated): readonly Panel[] {
  if (!(exponents[highest]! >= most - negligible)) return [];
  if (isResolved(exponents, most)) return [panel];
  let first = highest;
  let last = highest;
  for (let i = 0; i < exponents.length; i++) {
    if (!(exponents[i]! >= most - negligible)) continue;
    first = Math.min(first, i);
    last = i;
  }
  const piece = pieceAround(panel, first, last);
  const tiny = piece.to - piece.from <= rounding * Math.abs(piece.from);
  return tiny ? [panel] : finerPanels(panel, piece, panel.nodes[(first + last) >> 1]!, table);
}

/**
 * Whether exponents bend little from node to node: a Gaussian peak with steps of delta standard deviations bends by delta^2, and the
 * trapezoid rule gives it with an error e^{-2 pi^2/delta^2}; others need a margin. Lower nodes need fewer digits.
 */
function isResolved(exponents: Float64Array, most: number): boolean {
  for (let i = 1; i < exponents.length - 1; i++) {
    const needed = digits - (most - exponents[i]!);
    if (needed <= 0) continue;
    const bend = Math.abs(exponents[i + 1]! - 2 * exponents[i]! + exponents[i - 1]!);
    if (!(bend * needed <= resolved)) return false;
  }
  return true;
}
