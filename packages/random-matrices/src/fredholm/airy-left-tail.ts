/** zeta'(-1), of the constants of the left tails. */
const zetaSlope = -0.1654211437004509;

/**
 * The logarithms of F_1, F_2 and, as number 4, F_4(s/sqrt 2) at s = -x, x >= 4, to x^{-9}: log F_2 = log tau_2 - x^3/12 - (log x)/8 +
 * 3/(64 x^3) + 63/(256 x^6), and with the integral I of the Hastings-McLeod function over (-x, infinity) F_1 = sqrt(F_2) e^{-I/2} and
 * F_4 = sqrt(F_2) cosh(I/2).
 *
 * @see J. Baik, R. Buckingham, J. DiFranco, Asymptotics of Tracy-Widom distributions and the total integral of a Painlevé II function
 *   (2008).
 */
export function airyLeftTail(x: number): Readonly<Record<1 | 2 | 4, number>> {
  const cube = x ** 3;
  const root = Math.sqrt(cube);
  const two =
    Math.LN2 / 24 + zetaSlope - cube / 12 - Math.log(x) / 8 + 3 / (64 * cube) + 63 / (256 * cube * cube);
  const rest = (1 / 12 + (73 / 576 + 10657 / (7680 * cube)) / cube) / root;
  const half = ((Math.SQRT2 / 3) * root + Math.LN2 / 2 + Math.SQRT1_2 * rest) / 2;
  return { 1: two / 2 - half, 2: two, 4: two / 2 + half - Math.LN2 + Math.log1p(Math.exp(-2 * half)) };
}
