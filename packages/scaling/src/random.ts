/** What is used of a stream of `@onsager/random`. */
export interface Stream {
  /** Standard normal. */
  normal(): number;
  /** Uniform on 0, ..., n - 1. */
  integer(n: number): number;
}
