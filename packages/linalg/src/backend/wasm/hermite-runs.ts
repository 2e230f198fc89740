import { featureCount } from "../../maps/feature-count.ts";

/**
 * How the Hermite features of one order are made of monomials, for assembly/hermite-gram.ts. A panel has the rows x_j x_k, j <= k, for
 * order 3 alone, then x_0, ..., x_{d-1}, then 1, then 0. Run i has the monomials that begin with x_i, in the order of the features; one
 * more has the lower monomials that Hermite polynomials subtract: 1 for order 2, all x_i for order 3. Runs are filled up to an even
 * number of rows.
 */
export interface HermiteRuns {
  /** Rows of a panel before x_0. */
  readonly pairs: number;
  /** All rows of a panel. */
  readonly rows: number;
  /** Three numbers a run: the row of its multipliers, its first row, its number of rows. */
  readonly table: Float64Array;
  /** Rows of all runs. */
  readonly entries: number;
  /** Of each feature: the row of the runs that has its monomial. */
  readonly monomial: Uint32Array;
  /** Of each feature: the row of the runs that has its lower monomial. */
  readonly lower: Uint32Array;
  /** Of each feature: the factor of its monomial. */
  readonly scale: Float64Array;
  /** Of each feature: the factor of its lower monomial, which is subtracted. */
  readonly less: Float64Array;
}

type Features = Pick<HermiteRuns, "monomial" | "lower" | "scale" | "less">;

/** h_2 = (x^2 - 1)/sqrt(2). */
const PAIR = Math.SQRT1_2;
/** h_3 = (x^3 - 3 x)/sqrt(6). */
const TRIPLE = 1 / Math.sqrt(6);

/** Feature `at` is its monomial; `repeated` multiplies it and says which lower monomial is subtracted how many times. */
function setFeature(
  features: Features,
  at: number,
  entry: number,
  repeated?: readonly [scale: number, lower: number, times: number],
): void {
  const [scale, lower, times] = repeated ?? [1, 0, 0];
  features.monomial[at] = entry;
  features.lower[at] = lower;
  features.scale[at] = scale;
  features.less[at] = scale * times;
}

/** x_i x_j, or h_2(x_i). */
function setPairs(features: Features, d: number, starts: readonly number[]): void {
  const one = starts[d]!;
  for (let i = 0, at = 0; i < d; i++)
    for (let j = i, entry = starts[i]!; j < d; j++)
      setFeature(features, at++, entry++, i === j ? [PAIR, one, 1] : undefined);
}

/** x_i x_j x_k, h_2 of the index that comes twice times the other, or h_3(x_i). */
function setTriples(features: Features, d: number, starts: readonly number[]): void {
  const linear = starts[d]!;
  for (let i = 0, at = 0; i < d; i++)
    for (let j = i, entry = starts[i]!; j < d; j++)
      for (let k = j; k < d; k++) {
        if (i === k) setFeature(features, at++, entry++, [TRIPLE, linear + i, 3]);
        else if (i === j || j === k)
          setFeature(features, at++, entry++, [PAIR, linear + (i === j ? k : i), 1]);
        else setFeature(features, at++, entry++);
      }
}

/** The runs of order 2 or 3 for inputs of length d. */
export function hermiteRuns(order: 2 | 3, d: number): HermiteRuns {
  const pairCount = (indices: number): number => featureCount(indices, 2);
  const all = pairCount(d);
  const pairs = order === 2 ? 0 : all;
  const table: number[] = [];
  const starts: number[] = [];
  let entries = 0;
  const addRun = (multiplier: number, first: number, count: number): void => {
    const even = count + (count % 2);
    table.push(multiplier, first, even);
    starts.push(entries);
    entries += even;
  };
  for (let i = 0; i < d; i++)
    if (order === 2) addRun(i, i, d - i);
    else addRun(pairs + i, all - pairCount(d - i), pairCount(d - i));
  if (order === 2) addRun(d, d, 1);
  else addRun(pairs + d, pairs, d);
  const count = featureCount(d, order);
  const features: Features = {
    monomial: new Uint32Array(count),
    lower: new Uint32Array(count),
    scale: new Float64Array(count),
    less: new Float64Array(count),
  };
  (order === 2 ? setPairs : setTriples)(features, d, starts);
  return { pairs, rows: pairs + d + 2, table: Float64Array.from(table), entries, ...features };
}
