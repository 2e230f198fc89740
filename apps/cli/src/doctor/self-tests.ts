import { rademacher, symmetricStateEvolution } from "@onsager/amp";
import { fillNormal, gemm, symmetricEigen } from "@onsager/linalg";
import { stream } from "@onsager/random";

/** Something whose answer is known. */
export interface SelfTest {
  /** What is tried. */
  readonly name: string;
  /** Tries it. */
  run(): { readonly passed: boolean; readonly detail: string };
}

const size = 60;

/** Small computations with known answers, over all layers. */
export const selfTests: readonly SelfTest[] = [
  { name: "random bits: TypeScript and kernels agree", run: bitsAgree },
  {
    name: "eigendecomposition puts a symmetric matrix together again",
    run: () => below(eigenResidual(), 1e-12),
  },
  { name: "state evolution of a spiked Wigner matrix", run: () => below(overlapError(), 1e-11) },
];

function below(error: number, most: number): { passed: boolean; detail: string } {
  return { passed: error < most, detail: `error ${error.toExponential(1)}, at most ${most}` };
}

function bitsAgree(): { passed: boolean; detail: string } {
  const [here, there] = [new Float64Array(1000), new Float64Array(1000)];
  stream(1).fillNormal(here);
  fillNormal(stream(1), there);
  const different = here.filter((value, i) => value !== there[i]).length;
  return { passed: different === 0, detail: `${different} of ${here.length} differ` };
}

/** Largest entry of Q^T diag(values) Q - A over the largest of A. */
function eigenResidual(): number {
  const data = new Float64Array(size * size);
  const random = stream(2);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) data[i * size + j] = data[j * size + i] = random.normal();
  const A = { rows: size, cols: size, data };
  const { values, vectors } = symmetricEigen(A);
  const scaled = { ...vectors, data: vectors.data.map((value, k) => value * values[Math.floor(k / size)]!) };
  const again = gemm(scaled, vectors, { transposeA: true });
  const largest = Math.max(...data.map(Math.abs));
  return again.data.reduce((most, value, k) => Math.max(most, Math.abs(value - data[k]!)), 0) / largest;
}

function overlapError(): number {
  const { overlaps } = symmetricStateEvolution({ channels: [{ order: 2, variance: 0.5 }] }, rademacher);
  return Math.abs(overlaps.x! - 0.618447509349);
}
