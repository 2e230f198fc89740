import { reject } from "../argument-checks.ts";

/** Which eigenvalues are wanted, best first: by decreasing value, increasing value, or decreasing size. */
export type Which = "largest" | "smallest" | "magnitude";

/** Sorts values so that the wanted ones come first. */
export const orders: Readonly<Record<Which, (a: number, b: number) => number>> = {
  largest: (a, b) => b - a,
  smallest: (a, b) => a - b,
  magnitude: (a, b) => Math.abs(b) - Math.abs(a) || b - a,
};

/** Requires one of the three. */
export function requireWhich(call: string, which: string): void {
  if (!Object.hasOwn(orders, which))
    reject(call, "which", `be one of ${Object.keys(orders).join(", ")}`, which);
}
