/** Storage of entries: double precision, or single precision where memory rules. */
export type Precision = "f64" | "f32";

/** The array of a precision. */
type Storage<P extends Precision> = P extends "f64" ? Float64Array : Float32Array;

/** Largest array in bytes: what the kernel memory of `@onsager/linalg` can hold. */
const LIMIT = 2 ** 32;

/** Requires "f64" or "f32". */
export function requirePrecision(call: string, precision: Precision): void {
  if (precision === "f64" || precision === "f32") return;
  throw new TypeError(`${call}: precision must be "f64" or "f32", got ${String(precision)}`);
}

/**
 * An array of zeros for the entries of a matrix or tensor.
 *
 * @param shape - its sizes
 * @throws RangeError with the bytes where they are more than the kernels' 4 GB, or more than the machine gives
 */
export function storage<P extends Precision>(
  call: string,
  shape: readonly number[],
  precision: P,
): Storage<P> {
  const make = precision === "f32" ? Float32Array : Float64Array;
  const entries = shape.reduce((product, size) => product * size, 1);
  const bytes = entries * make.BYTES_PER_ELEMENT;
  try {
    if (bytes > LIMIT) throw new RangeError();
    return new make(entries) as Storage<P>;
  } catch {
    const got = `${shape.join(" x ")} entries of ${bytes} bytes in ${precision}`;
    throw new RangeError(
      `${call}: dimension must leave arrays that memory can hold, at most ${LIMIT} bytes, got ${got}`,
    );
  }
}
