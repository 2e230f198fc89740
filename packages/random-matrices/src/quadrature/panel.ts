/** A polynomial on [lower, upper] and its integral from `lower`, both as coefficients of Chebyshev polynomials. */
export interface Panel {
  readonly lower: number;
  readonly upper: number;
  readonly coefficients: Float64Array;
  readonly integral: Float64Array;
}

/** Points of a panel; the polynomial has one degree less. */
const panelPoints = 16;

/** cos(pi k (j + 1/2)/n), row j for the point j. */
const cosines: Float64Array = /* @__PURE__ */ Float64Array.from({ length: panelPoints ** 2 }, (_, i) =>
  Math.cos((Math.PI * (i % panelPoints) * (Math.floor(i / panelPoints) + 0.5)) / panelPoints),
);

/** The points of a panel: roots of a Chebyshev polynomial, inside the interval, descending. */
export function pointsOf(lower: number, upper: number): Float64Array {
  return Float64Array.from({ length: panelPoints }, (_, j) => {
    const u = cosines[j * panelPoints + 1]!;
    return u < 0 ? lower + ((1 + u) * (upper - lower)) / 2 : upper - ((1 - u) * (upper - lower)) / 2;
  });
}

/** The panel through the values of a function at `pointsOf`. */
export function panelThrough(lower: number, upper: number, values: Float64Array): Panel {
  const coefficients = new Float64Array(panelPoints);
  for (let k = 0; k < panelPoints; k++) {
    let sum = 0;
    for (let j = 0; j < panelPoints; j++) sum += cosines[j * panelPoints + k]! * values[j]!;
    coefficients[k] = (sum * (k === 0 ? 1 : 2)) / panelPoints;
  }
  return { lower, upper, coefficients, integral: integrated(coefficients, (upper - lower) / 2) };
}

function integrated(c: Float64Array, halfWidth: number): Float64Array {
  const integral = new Float64Array(c.length + 1);
  for (let k = 1; k <= c.length; k++) {
    const below = k === 1 ? 2 * c[0]! : c[k - 1]!;
    integral[k] = (halfWidth * (below - (c[k + 1] ?? 0))) / (2 * k);
    integral[0]! += k % 2 === 0 ? -integral[k]! : integral[k]!;
  }
  return integral;
}

/** sum_k c_k T_k(u), u in [-1, 1], by Clenshaw's recurrence. */
export function chebyshevSum(c: Float64Array, u: number): number {
  let next = 0;
  let afterNext = 0;
  for (let k = c.length - 1; k > 0; k--) [next, afterNext] = [c[k]! + 2 * u * next - afterNext, next];
  return c[0]! + u * next - afterNext;
}
