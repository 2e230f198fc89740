/** What is used of a stream of `@onsager/random`. */
export interface Stream {
  /** Uniform on (0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform on 0, ..., n - 1. */
  integer(n: number): number;
  /** Fills `out` with standard normals. */
  fillNormal(out: Float64Array | Float32Array, offset?: number): void;
  /** The stream of a name below this one. */
  split(label: string | number): Stream;
}
