// Logarithm, exponential, sine and cosine from + - x / alone, so that every engine and language gets the same bits.
// Coefficients: test/fixtures/polynomials.py.

const LOG = [
  0.666666666666667, 0.39999999999899444, 0.2857142862600327, 0.22222211130259878, 0.18182889455674947,
  0.15331710618210773, 0.14616585424888623,
];
const SIN = [
  1.5707963267948966, -0.6459640975062443, 0.07969262624604301, -0.004681754132340976, 0.0001604411507421909,
  -3.59864335298231e-6, 5.633933781537854e-8,
];
const COS = [
  1, -1.2337005501361697, 0.2536695079010467, -0.02086348076331121, 0.0009192602741831558,
  -2.520203677046026e-5, 4.710609726757823e-7, -6.321256869628588e-9,
];
const EXP = [
  1, 1, 0.5000000000000019, 0.1666666666666668, 0.0416666666664881, 0.008333333333319601,
  0.0013888888952314775, 0.00019841269890047113, 2.4801485482328494e-5, 2.755724091857897e-6,
  2.763263963904103e-7, 2.5110037605963777e-8,
];
const LN2_HIGH = 0.6931471803691238; // 32 bits, so that its products with exponents are exact
const LN2_LOW = 1.9082149292705877e-10;
/** The upper word of sqrt(1/2). */
const SQRT_HALF_HIGH = 0x3fe6a09e;

/** Horner's rule, from the highest degree down: one product and one sum a coefficient. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = coefficients[coefficients.length - 1]!;
  for (let k = coefficients.length - 2; k >= 0; k--) sum = sum * x + coefficients[k]!;
  return sum;
}

const double = /* @__PURE__ */ new Float64Array(1);
const words = /* @__PURE__ */ new Int32Array(double.buffer);
/** Where the upper word of a double lies: 1 on little-endian machines. */
const UPPER = /* @__PURE__ */ (() => (new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0))();

/** `2^exponent` for exponents from -1022 to 1023. */
function powerOfTwo(exponent: number): number {
  words[1 - UPPER] = 0;
  words[UPPER] = (exponent + 1023) << 20;
  return double[0]!;
}

/**
 * Natural logarithm of a positive normal number, within one unit in the last place.
 *
 * With `x = 2^e f`, f in [sqrt(1/2), sqrt 2), and `s = (f - 1)/(f + 1)`, `w = s^2`:
 * `log x = e LN2_HIGH + (s (2 + w P(w)) + e LN2_LOW)`.
 */
export function log(x: number): number {
  double[0] = x;
  const exponent = (words[UPPER]! - SQRT_HALF_HIGH) >> 20;
  const f = x * powerOfTwo(-exponent);
  const s = (f - 1) / (f + 1);
  const w = s * s;
  return exponent * LN2_HIGH + (s * (2 + w * polynomial(LOG, w)) + exponent * LN2_LOW);
}

/** `e^x` for x <= 0, within two units in the last place; below -708 it is 0. */
export function exp(x: number): number {
  if (x < -708) return 0;
  const exponent = Math.floor(x * Math.LOG2E + 0.5);
  const rest = x - exponent * LN2_HIGH - exponent * LN2_LOW;
  return polynomial(EXP, rest) * powerOfTwo(exponent);
}

/** `sin(pi a / 2)` for |a| <= 1/2. */
export function sinQuarter(a: number): number {
  return a * polynomial(SIN, a * a);
}

/** `cos(pi a / 2)` for |a| <= 1/2. */
export function cosQuarter(a: number): number {
  return polynomial(COS, a * a);
}
