/** Norms in which the error of a denoised matrix is measured. */
export type ShrinkageLoss = "frobenius" | "operator" | "nuclear";

/** The singular value x of the signal whose outlier is at y: y^2 = (x + 1/x)(x + beta/x). */
function signal(y: number, beta: number): number {
  const s = y * y - beta - 1;
  return Math.sqrt((s + Math.sqrt(Math.max(0, s * s - 4 * beta))) / 2);
}

/** eta(y) above the bulk for each loss. */
export const shrinkages: Readonly<Record<ShrinkageLoss, (y: number, beta: number) => number>> = {
  frobenius: (y, beta) => Math.sqrt(Math.max(0, (y * y - beta - 1) ** 2 - 4 * beta)) / y,
  operator: signal,
  nuclear: (y, beta) => {
    const x = signal(y, beta);
    return Math.max(0, (x ** 4 - beta - Math.sqrt(beta) * x * y) / (x * x * y));
  },
};
