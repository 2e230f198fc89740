import erf from "@stdlib/math-base-special-erf";

/**
 * The error function erf(x) = 2/sqrt(pi) int_0^x exp(-t^2) dt. It has its own entry, `@onsager/hermite/error-function`,
 * so that a bundle that needs no error function carries none of stdlib.
 *
 * @param x - any number; NaN gives NaN
 */
export function errorFunction(x: number): number {
  return erf(x);
}
