type Floats = Float64Array | Float32Array;

/** Writes the entries (prefix, l), l > last of `prefix`: `tail` is where they lie. */
export type TailFill = (prefix: readonly number[], tail: Floats) => void;

/** The address of (prefix with j put in before position r), less j's own share. */
function addressAround(prefix: readonly number[], r: number, strides: readonly number[]): number {
  return prefix.reduce((sum, index, k) => sum + index * strides[k < r ? k : k + 1]!, 0);
}

/**
 * Fills a full symmetric array of `order` indices from 0 to n - 1, zero where two of them coincide. It goes through the increasing
 * multi-indices in lexicographic order, so that `fillTail` meets the independent entries in that order; what symmetry makes known
 * is copied block by block from where it was written before.
 *
 * @param data - n^order zeros
 */
export function fillSymmetric(n: number, order: number, data: Floats, fillTail: TailFill): void {
  const strides = Array.from({ length: order }, (_, slot) => n ** (order - 1 - slot));

  function copyKnown(prefix: readonly number[], block: number, stride: number): void {
    for (let r = 0; r < prefix.length; r++) {
      const base = addressAround(prefix, r, strides);
      for (let j = r === 0 ? 0 : prefix[r - 1]! + 1; j < prefix[r]!; j++) {
        const from = base + j * strides[r]!;
        if (stride === 1) data[block + j] = data[from]!;
        else data.copyWithin(block + j * stride, from, from + stride);
      }
    }
  }

  function visit(prefix: readonly number[], block: number): void {
    const stride = strides[prefix.length]!;
    const next = (prefix.at(-1) ?? -1) + 1;
    copyKnown(prefix, block, stride);
    if (stride === 1) fillTail(prefix, data.subarray(block + next, block + n));
    else for (let j = next; j < n; j++) visit([...prefix, j], block + j * stride);
  }

  visit([], 0);
}
