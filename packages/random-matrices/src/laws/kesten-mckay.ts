import { reject, requireOptions } from "../argument-checks.ts";
import { binomial } from "../combinatorics.ts";
import { completeLaw } from "../complete-law.ts";
import { add, type Complex, divide, multiply, rootBetween, scale, shift, squareRoot } from "../complex.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** Options of `kestenMcKay`. */
export interface KestenMcKayOptions {
  /** d >= 2, an integer for graphs; default 3. */
  readonly degree?: number;
}

/**
 * The law of Kesten and McKay, the limit of the adjacency eigenvalues of random d-regular graphs: density
 * d sqrt(4 (d - 1) - x^2)/(2 pi (d^2 - x^2)) on |x| <= 2 sqrt(d - 1). It is the free additive convolution of d signs, so that
 * R(g) = d (sqrt(1 + 4 g^2) - 1)/(2 g); O + O^T with O Haar orthogonal has d = 2, the arcsine law, whose density diverges at the edges.
 *
 * @param options - `degree` d >= 2, default 3
 * @throws RangeError if the degree is not finite and at least 2; TypeError for options that are no object
 *
 * @see B. McKay, The expected eigenvalue distribution of a large regular graph (1981).
 */
export function kestenMcKay(options: KestenMcKayOptions = {}): SpectralLaw {
  requireOptions("kestenMcKay", options);
  const { degree = 3 } = options;
  if (!(Number.isFinite(degree) && degree >= 2))
    reject("kestenMcKay", "degree", "be finite and at least 2", degree);
  const edge = 2 * Math.sqrt(degree - 1);
  return completeLaw({
    name: "kesten-mckay",
    support: [[-edge, edge]],
    density: (x) => densityAt(x, edge, degree),
    stieltjes: (z) => transform(z, edge, degree).value,
    stieltjesDerivative: (z) => transform(z, edge, degree).slope,
    moment: (k) => (k % 2 === 0 ? closedWalks(k / 2, degree) : 0),
    rTransform: (g) => {
      const root = squareRoot(shift(scale(4, multiply(g, g)), 1));
      return divide(scale(2 * degree, g), shift(root, 1));
    },
  });
}

/** d^2 - x^2 = (d - 2)^2 + edge^2 - x^2, of which the second part vanishes with the root. */
function densityAt(x: number, edge: number, degree: number): number {
  const inside = (edge - x) * (edge + x);
  if (inside === 0) return degree === 2 ? Infinity : 0;
  return (degree * Math.sqrt(inside)) / (2 * Math.PI * ((degree - 2) ** 2 + inside));
}

/** G = 2 (d - 1)/((d - 2) z + d r), r = sqrt(z^2 - edge^2), r' = z/r. */
function transform(z: Complex, edge: number, degree: number): { value: Complex; slope: Complex } {
  const root = rootBetween(z, -edge, edge);
  const value = divide({ re: 2 * (degree - 1), im: 0 }, add(scale(degree - 2, z), scale(degree, root)));
  const inner = shift(scale(degree, divide(z, root)), degree - 2);
  return { value, slope: scale(-1 / (2 * (degree - 1)), multiply(multiply(value, value), inner)) };
}

/** Closed walks of 2k steps on the d-regular tree: sum_{j=1}^k j/(2k - j) binomial(2k - j, k) d^j (d - 1)^{k - j}. */
function closedWalks(k: number, degree: number): number {
  let sum = 0;
  for (let j = 1; j <= k; j++)
    sum += (j / (2 * k - j)) * binomial(2 * k - j, k) * degree ** j * (degree - 1) ** (k - j);
  return sum;
}
