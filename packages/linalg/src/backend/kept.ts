import { type Disposal, disposal } from "./disposal.ts";

/** A thing that a prepared object keeps from call to call until it is disposed of. */
export interface Kept<T> extends Disposal {
  /** The thing, for a call: a TypeError once it was disposed of. */
  get(call: string): T;
}

/**
 * Keeps a thing for the methods of a prepared object, each of which holds it through `get` or `dispose`: it lives as long as any of
 * them, however they are passed on.
 *
 * @param name - the argument that messages speak of
 * @param first - the thing
 * @param free - called with it at the first disposal
 */
export function kept<T extends object>(name: string, first: T, free: (thing: T) => void = () => {}): Kept<T> {
  let thing: T | undefined = first;
  const get = (call: string): T => {
    if (thing === undefined)
      throw new TypeError(`${call}: ${name} must not have been disposed of, got one that has`);
    return thing;
  };
  const dispose = (): void => {
    if (thing === undefined) return;
    const given = thing;
    thing = undefined;
    free(given);
  };
  return { get, ...disposal(dispose) };
}
