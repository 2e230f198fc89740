import type { Component } from "./part.ts";

/** Errors are to be e^-38 = 3e-17 times the height of poles. */
const digits = 38;
/** Finer steps than this are left to refinement. */
const finest = 2 ** -9;

/**
 * A step in y = s w + z at which the trapezoid rule has converged for posterior moments of a law with finitely many atoms; undefined
 * where there are other parts. In the strip |Im y| < d = pi/(s span) all terms of Z lie in one half-plane, so that Z has no zeros and
 * moments have no poles. The error is e^{-2 pi d/h + d^2/2}, times the weight of the poles, which lie between atoms: e^{-(s gap)^2/8}.
 *
 * @param span - of the atoms whose terms may cancel; default all of them
 * @see Trefethen and Weideman, The exponentially convergent trapezoidal rule, SIAM Review 56 (2014), theorem 5.1
 */
export function atomicStep(
  components: readonly Component[],
  span?: number,
): (s: number) => number | undefined {
  if (!components.every(({ part }) => part.atoms !== undefined)) return () => undefined;
  const atoms = components.flatMap(({ part }) => part.atoms!).sort((a, b) => a - b);
  const whole = atoms.at(-1)! - atoms[0]!;
  const gap = atoms.slice(1).reduce((least, atom, i) => Math.min(least, atom - atoms[i]!), whole);
  const entire = (Math.PI * Math.SQRT2) / Math.sqrt(digits);
  return (s) => {
    const strip = Math.PI / (s * (span ?? whole));
    const needed = digits - (s * gap) ** 2 / 8;
    if (needed <= 0 || strip >= (2 * Math.PI) / entire) return entire;
    const step = Math.min(entire, (2 * Math.PI * strip) / (needed + strip ** 2 / 2));
    return step < finest ? undefined : step;
  };
}
