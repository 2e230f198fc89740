/** A complex number as plain data. */
export interface Complex {
  /** Real part. */
  readonly re: number;
  /** Imaginary part. */
  readonly im: number;
}

export function add(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

export function subtract(a: Complex, b: Complex): Complex {
  return { re: a.re - b.re, im: a.im - b.im };
}

export function multiply(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** a/b, by the larger part of b first, so that no square overflows. */
export function divide(a: Complex, b: Complex): Complex {
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const size = b.re + b.im * ratio;
    return { re: (a.re + a.im * ratio) / size, im: (a.im - a.re * ratio) / size };
  }
  const ratio = b.re / b.im;
  const size = b.re * ratio + b.im;
  return { re: (a.re * ratio + a.im) / size, im: (a.im * ratio - a.re) / size };
}

/** s a, s real. */
export function scale(s: number, a: Complex): Complex {
  return { re: s * a.re, im: s * a.im };
}

/** a + s, s real. */
export function shift(a: Complex, s: number): Complex {
  return { re: a.re + s, im: a.im };
}

/** 1/a. */
export function reciprocal(a: Complex): Complex {
  return divide({ re: 1, im: 0 }, a);
}

export function conjugate({ re, im }: Complex): Complex {
  return { re, im: -im };
}

/** |a| to rounding; Math.hypot, which is slow, has its last digit, too, and is needed where the squares leave the range of numbers. */
export function modulus({ re, im }: Complex): number {
  const square = re * re + im * im;
  return square > 1e-280 && square < 1e280 ? Math.sqrt(square) : Math.hypot(re, im);
}

/** The root with Re >= 0, cut along the negative real axis, on which it is the limit from above. */
export function squareRoot(a: Complex): Complex {
  const larger = Math.sqrt((Math.hypot(a.re, a.im) + Math.abs(a.re)) / 2);
  if (larger === 0) return { re: 0, im: 0 };
  const smaller = Math.abs(a.im) / (2 * larger);
  const sign = a.im < 0 ? -1 : 1;
  return a.re >= 0 ? { re: larger, im: sign * smaller } : { re: smaller, im: sign * larger };
}

/** log |a| + i arg a, arg in (-pi, pi]. */
export function logarithm(a: Complex): Complex {
  return { re: Math.log(modulus(a)), im: Math.atan2(a.im, a.re) };
}

/** The branch of sqrt((z - a)(z - b)) that is z at infinity, cut along [a, b], on which it is the limit from above. */
export function rootBetween(z: Complex, a: number, b: number): Complex {
  return multiply(squareRoot(shift(z, -a)), squareRoot(shift(z, -b)));
}
