/** The members by which an object is given up. */
export interface Disposal extends Disposable {
  dispose(): void;
}

/**
 * `dispose` by its name and for `using`. Engines that lack `Symbol.dispose` are given the key that `using` looks for where a compiler
 * has replaced it.
 */
export function disposal(dispose: () => void): Disposal {
  const key: symbol = Symbol.dispose ?? Symbol.for("Symbol.dispose");
  return { dispose, [key as typeof Symbol.dispose]: dispose };
}
