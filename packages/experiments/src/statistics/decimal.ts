/** A number as evidence shows it. */
export function decimal(value: number): string {
  return value.toFixed(3);
}
