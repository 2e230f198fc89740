import type { Chart, Place } from "../quadrature/chart.ts";
import { type Piece, pieceChart } from "../quadrature/piece-chart.ts";
import { densityNearEnds } from "./density-near-ends.ts";

/** Nodes of a density on a stretch of the line, and the logarithms of their weights in integrals against it. */
export interface Panel extends Piece {
  readonly nodes: Float64Array;
  readonly logWeights: Float64Array;
}

/** The panel of exp(logDensity) over a chart, with steps 2^-level. */
export function makePanel(
  chart: Chart,
  piece: Piece,
  level: number,
  logDensity: (w: number) => number,
): Panel {
  const { from, to } = piece;
  const step = 2 ** -level;
  const first = Math.ceil(chart.from / step);
  const count = Math.floor(chart.to / step) - first + 1;
  const nodes = new Float64Array(count);
  const logWeights = new Float64Array(count);
  const logDensityAt = densityNearEnds(piece, logDensity);
  const place: Place = { x: 0, slope: 0, gap: Infinity };
  for (let i = 0; i < count; i++) {
    chart.place((first + i) * step, place);
    nodes[i] = place.x;
    logWeights[i] = Math.log(step * place.slope) + logDensityAt(place.x, place.gap);
  }
  return { from, to, nodes, logWeights };
}

/** Steps of finer panels: 2^-6 of tanh-sinh's unit at an end of the density's piece, otherwise even ones. */
const endLevel = 6;
const evenNodes = 192;

/** From the node before `first` to the one after `last`; up to the ends of the panel where these are near. */
export function pieceAround({ from, to, nodes }: Panel, first: number, last: number): Piece {
  const below = nodes[first - 1] ?? from;
  const above = nodes[last + 1] ?? to;
  const near = (above - below) / 8;
  return { from: below - from < near ? from : below, to: to - above < near ? to : above };
}

/** What finer panels are made of. */
interface Fineness {
  logDensity(w: number): number;
  /** How often their steps are halved; default 0. */
  readonly fineness?: number;
}

/** Finer panels of a piece of a panel: one where it is shorter by half or more, two that meet at the middle node elsewhere. */
export function finerPanels(
  { from, to }: Panel,
  piece: Piece,
  middle: number,
  { logDensity, fineness = 0 }: Fineness,
): readonly Panel[] {
  const ended = (part: Piece): Panel => makePanel(pieceChart(part, 1), part, endLevel + fineness, logDensity);
  if (piece.to - piece.from > (to - from) / 2) {
    return [ended({ from: piece.from, to: middle }), ended({ from: middle, to: piece.to })];
  }
  return [piece.from > from && piece.to < to ? evenPanel(piece, fineness, logDensity) : ended(piece)];
}

/** Even steps, for what is negligible at both ends. */
function evenPanel({ from, to }: Piece, fineness: number, logDensity: (w: number) => number): Panel {
  const steps = (evenNodes + 1) * 2 ** fineness;
  const step = (to - from) / steps;
  const logStep = Math.log(step);
  const nodes = Float64Array.from({ length: steps - 1 }, (_, i) => from + (i + 1) * step);
  return { from, to, nodes, logWeights: nodes.map((w) => logStep + logDensity(w)) };
}
