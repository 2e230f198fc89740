/** Below it the series, above it the continued fraction. */
const CROSSOVER = 2.5;
const TERMS = 60;

/** erf x = 2/sqrt(pi) e^{-x^2} sum_n 2^n x^{2n+1}/(2n + 1)!!: all terms of one sign. */
function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < TERMS; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** 1 - erf x = e^{-x^2}/sqrt(pi) 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...)))). */
function complement(x: number): number {
  let tail = x;
  for (let n = TERMS; n > 0; n--) tail = x + n / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
}

/**
 * The error function, 2/sqrt(pi) times the integral of e^{-t^2} from 0 to x, to a few units in the last place.
 *
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.6 and 7.1.14
 */
export function referenceErf(x: number): number {
  const size = Math.abs(x);
  if (size <= CROSSOVER) return x === 0 ? x : series(x);
  return Math.sign(x) * (1 - complement(size));
}
