/** Makes an array of numbers, or throws a RangeError that says how many bytes it would have taken. */
export function allocate<A extends { readonly BYTES_PER_ELEMENT: number }>(
  call: string,
  make: { new (length: number): A; readonly BYTES_PER_ELEMENT: number },
  length: number,
): A {
  try {
    return new make(length);
  } catch {
    const bytes = length * make.BYTES_PER_ELEMENT;
    throw new RangeError(
      `${call}: result must fit in memory, got ${length} entries of ${bytes} bytes in all`,
    );
  }
}
