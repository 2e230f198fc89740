// The functions of elementary.ts in single precision: every operation is rounded, as a float32 unit would.
// Coefficients: test/fixtures/polynomials.py.

const single = Math.fround;

const LOG = [0.6666668653488159, 0.3998877704143524, 0.2958005368709564];
const SIN = [1.5707963705062866, -0.6459634900093079, 0.07968021929264069, -0.004602149128913879];
const COS = [1, -1.2337005138397217, 0.25366920232772827, -0.02086007036268711, 0.0009036280680447817];
const LN2_HIGH = 0.693145751953125;
const LN2_LOW = 1.428606765330187e-6;
/** The bits of sqrt(1/2) in float32. */
const SQRT_HALF = 0x3f3504f3;

const float = /* @__PURE__ */ new Float32Array(1);
const word = /* @__PURE__ */ new Int32Array(float.buffer);

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = coefficients[coefficients.length - 1]!;
  for (let k = coefficients.length - 2; k >= 0; k--) sum = single(single(sum * x) + coefficients[k]!);
  return sum;
}

/** Natural logarithm of a positive normal float32 number: the formula of `log` in elementary.ts. */
export function log32(x: number): number {
  float[0] = x;
  const exponent = (word[0]! - SQRT_HALF) >> 23;
  word[0]! -= exponent << 23;
  const f = float[0];
  const s = single(single(f - 1) / single(f + 1));
  const w = single(s * s);
  const tail = single(s * single(2 + single(w * polynomial(LOG, w))));
  return single(single(exponent * LN2_HIGH) + single(tail + single(exponent * LN2_LOW)));
}

/** `sin(pi a / 2)` for |a| <= 1/2, in float32. */
export function sinQuarter32(a: number): number {
  return single(a * polynomial(SIN, single(a * a)));
}

/** `cos(pi a / 2)` for |a| <= 1/2, in float32. */
export function cosQuarter32(a: number): number {
  return polynomial(COS, single(a * a));
}
