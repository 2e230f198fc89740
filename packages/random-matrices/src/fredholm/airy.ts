import { lazily } from "../lazily.ts";

/** Ai and Ai' at a point. */
export interface Airy {
  readonly value: number;
  readonly slope: number;
}

/** From here on the asymptotic series is accurate to rounding. */
const start = 16;
/** Distance of the points between which Taylor series run. */
const step = 0.5;
/** Below this nothing is tabulated. */
const least = -16;

/**
 * The Airy function Ai, which solves y'' = x y and vanishes at +infinity, and its derivative, for x >= -16: the asymptotic series from
 * 16 on; below, Taylor series about points to which the equation is integrated downwards, as is stable.
 *
 * @see Digital Library of Mathematical Functions, sections 9.7 and 9.4.
 */
export function airy(x: number): Airy {
  if (x >= start) return asymptotic(x);
  const nearest = Math.round((start - x) / step);
  const from = start - nearest * step;
  return taylor(from, table()[nearest]!, x - from);
}

function tabulated(): Airy[] {
  const points = [asymptotic(start)];
  for (let x = start; x > least; x -= step) points.push(taylor(x, points.at(-1)!, -step));
  return points;
}

const table: () => readonly Airy[] = /* @__PURE__ */ lazily(tabulated);

/** y(x + h): the coefficients satisfy (n + 2)(n + 1) a_{n+2} = x a_n + a_{n-1}. */
function taylor(x: number, { value, slope }: Airy, h: number): Airy {
  let [before, here, next] = [0, value, slope];
  let [sum, derivative, power] = [0, 0, 1];
  for (let n = 0; n < 22; n++) {
    sum += here * power;
    derivative += (n + 1) * next * power;
    power *= h;
    const further = (x * here + before) / ((n + 2) * (n + 1));
    [before, here, next] = [here, next, further];
  }
  return { value: sum, slope: derivative };
}

/** e^{-zeta}/(2 sqrt(pi) x^{1/4}) sum_k (-1)^k u_k/zeta^k, zeta = (2/3) x^{3/2}, and the like for the derivative. */
function asymptotic(x: number): Airy {
  const zeta = (2 / 3) * x * Math.sqrt(x);
  const factor = Math.exp(-zeta) / (2 * Math.sqrt(Math.PI));
  let [value, slope, u] = [1, 1, 1];
  for (let k = 1; k <= 20; k++) {
    u *= -((6 * k - 5) * (6 * k - 3) * (6 * k - 1)) / (216 * k * (2 * k - 1) * zeta);
    value += u;
    slope += ((6 * k + 1) / (1 - 6 * k)) * u;
  }
  const root = Math.sqrt(Math.sqrt(x));
  return { value: (factor * value) / root, slope: -factor * slope * root };
}
