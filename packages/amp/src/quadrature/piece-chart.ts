import type { Chart } from "./chart.ts";
import { segmentChart } from "./segment-chart.ts";

/** From `from` to `to`, either of which may be infinite. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Where the finite ends of a segment have been approached to 1e-37 of its length: a density may be infinite there. */
const extent = 4;
/** Where a finite end has been approached to 1e-34 of the scale ... */
const near = -4.6;
/** ... and where x has grown to 1e137, beyond which squares overflow. */
const far = 6;

/**
 * A double-exponential chart of a piece: tanh-sinh, exp-sinh or sinh-sinh. Every size of feature at a finite end is resolved, and so
 * is every speed of decay towards an infinite one; `scale` is the size of those near zero where both are infinite.
 *
 * @see Takahasi and Mori, Double exponential formulas for numerical integration (1974)
 */
export function pieceChart({ from, to }: Piece, scale: number): Chart {
  if (from > -Infinity && to < Infinity) return segmentChart(from, to, extent);
  if (from > -Infinity) return rayChart(from, scale);
  if (to < Infinity) return mirrored(rayChart(-to, scale));
  return lineChart(scale);
}

/** x = end + scale exp((pi/2) sinh u). */
function rayChart(end: number, scale: number): Chart {
  return {
    from: near,
    to: far,
    place(u, place) {
      const distance = scale * Math.exp((Math.PI / 2) * Math.sinh(u));
      place.x = end + distance;
      place.gap = distance;
      place.slope = (Math.PI / 2) * Math.cosh(u) * distance;
    },
  };
}

/** -x(-u). */
function mirrored({ from, to, place: placeMirror }: Chart): Chart {
  return {
    from: -to,
    to: -from,
    place(u, place) {
      placeMirror(-u, place);
      place.x = -place.x;
    },
  };
}

/** x = scale sinh((pi/2) sinh u). */
function lineChart(scale: number): Chart {
  return {
    from: -far,
    to: far,
    place(u, place) {
      const power = (Math.PI / 2) * Math.sinh(u);
      place.x = scale * Math.sinh(power);
      place.slope = scale * (Math.PI / 2) * Math.cosh(u) * Math.cosh(power);
    },
  };
}
