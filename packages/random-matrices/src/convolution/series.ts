/** A power series a_0 + a_1 u + ..., as many coefficients as are known. */
export type Series = Float64Array<ArrayBuffer>;

/** The product of two series with equally many coefficients. */
export function product(a: Series, b: Series): Series {
  return a.map((_, i) => {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += a[j]! * b[i - j]!;
    return sum;
  });
}

/** 1/a; a_0 is not 0. */
function inverse(a: Series): Series {
  const b = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    let sum = i === 0 ? 1 : 0;
    for (let j = 1; j <= i; j++) sum -= a[j]! * b[i - j]!;
    b[i] = sum / a[0]!;
  }
  return b;
}

/** The b for which t b(t) is the inverse function of u a(u), by Lagrange's formula: b_n is the n-th coefficient of a^{-n-1}/(n + 1). */
export function reversion(a: Series): Series {
  const base = inverse(a);
  let power = base;
  return a.map((_, n) => {
    const coefficient = power[n]! / (n + 1);
    power = product(power, base);
    return coefficient;
  });
}
