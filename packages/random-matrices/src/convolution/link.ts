import { add, type Complex, divide, scale } from "../complex.ts";

/**
 * How the subordination variables of two laws hang together, through z and the remainder h = 1/G - w of a law: w_2 = link(z, h_1(w_1)) and
 * w_1 = link(z, h_2(w_2)).
 */
export interface Link {
  /** The variable of the other law, and its derivatives with z and with h. */
  apply(z: Complex, h: Complex): { readonly w: Complex; readonly byZ: Complex; readonly byH: Complex };
  /** The z at which a law has the variable w and the other one the remainder h; real. */
  solve(w: number, h: number): number;
  /** What two laws have in common at their variables: a transform that falls along the gaps and is 0 at infinity; real. */
  transform(w: number, h: number): number;
  /** The transforms at which z, as a function of one w, may turn or pass through infinity; from the two laws' masses at 0. */
  turns(zeros: readonly number[]): number[];
}

const one = { re: 1, im: 0 };

/** w_1 + w_2 = z + 1/G: each is z + h of the other; G is common. */
export const sumLink: Link = {
  apply: (z, h) => ({ w: add(z, h), byZ: one, byH: one }),
  solve: (w, h) => w - h,
  transform: (w, h) => 1 / (w + h),
  turns: () => [],
};

/** w_1 w_2 = z (1 + t)/t: each is -z/h of the other; t = T = w G - 1 is common. */
export const productLink: Link = {
  apply: (z, h) => {
    const byZ = scale(-1, divide(one, h));
    const w = { re: z.re * byZ.re - z.im * byZ.im, im: z.re * byZ.im + z.im * byZ.re };
    return { w, byZ, byH: scale(-1, divide(w, h)) };
  },
  solve: (w, h) => -w * h,
  transform: (w, h) => -h / (w + h),
  // With atoms at 0 in both laws z has a pole at t = -1, and zeros where a w is 0.
  turns: (zeros) => (zeros.every((mass) => mass > 0) ? [-1, ...zeros.map((mass) => mass - 1)] : []),
};
