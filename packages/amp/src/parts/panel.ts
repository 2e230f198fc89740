import type { Chart, Place } from "../quadrature/chart.ts";
import type { Piece } from "../quadrature/piece-chart.ts";
import { segmentChart } from "../quadrature/segment-chart.ts";

/** Nodes of a density on a stretch of the line, and the logarithms of their weights in integrals against it. */
export interface Panel extends Piece {
  readonly nodes: Float64Array;
  readonly logWeights: Float64Array;
}

/** The panel of exp(logDensity) over a chart, with steps 2^-level. */
export function makePanel(
  chart: Chart,
  { from, to }: Piece,
  level: number,
  logDensity: (w: number) => number,
): Panel {
  const step = 2 ** -level;
  const first = Math.ceil(chart.from / step);
  const count = Math.floor(chart.to / step) - first + 1;
  const nodes = new Float64Array(count);
  const logWeights = new Float64Array(count);
  const place: Place = { x: 0, slope: 0 };
  for (let i = 0; i < count; i++) {
    chart.place((first + i) * step, place);
    nodes[i] = place.x;
    logWeights[i] = Math.log(step * place.slope) + logDensity(place.x);
  }
  return { from, to, nodes, logWeights };
}

/** Steps of finer panels: 2^-5 of tanh-sinh's unit at an end of the density's piece, otherwise even ones. */
const endLevel = 5;
const evenNodes = 96;

/** From the node before `first` to the one after `last`; up to the ends of the panel where these are near. */
export function pieceAround({ from, to, nodes }: Panel, first: number, last: number): Piece {
  const below = nodes[first - 1] ?? from;
  const above = nodes[last + 1] ?? to;
  const near = (above - below) / 8;
  return { from: below - from < near ? from : below, to: to - above < near ? to : above };
}

/** A finer panel of a piece of a panel. */
export function finerPanel({ from, to }: Panel, piece: Piece, logDensity: (w: number) => number): Panel {
  if (piece.from > from && piece.to < to) return evenPanel(piece, logDensity);
  return makePanel(segmentChart(piece.from, piece.to), piece, endLevel, logDensity);
}

/** Even steps, for what is negligible at both ends. */
function evenPanel({ from, to }: Piece, logDensity: (w: number) => number): Panel {
  const step = (to - from) / (evenNodes + 1);
  const logStep = Math.log(step);
  const nodes = Float64Array.from({ length: evenNodes }, (_, i) => from + (i + 1) * step);
  return { from, to, nodes, logWeights: nodes.map((w) => logStep + logDensity(w)) };
}
