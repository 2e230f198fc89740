import type { Chart, Place } from "../quadrature/chart.ts";

/** Nodes of a density on a stretch of the line, and the logarithms of their weights in integrals against it. */
export interface Panel {
  readonly from: number;
  readonly to: number;
  readonly nodes: Float64Array;
  readonly logWeights: Float64Array;
}

/** The panel of exp(logDensity) over a chart, with steps 2^-level. */
export function makePanel(
  chart: Chart,
  { from, to }: { readonly from: number; readonly to: number },
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
