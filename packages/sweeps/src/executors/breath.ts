import { setImmediate } from "node:timers/promises";

/** Most time that a thread works without letting its events be served. */
const WORK_MS = 10;

/** The moments between trials at which a thread serves its events. */
export interface Breath {
  /** Whether events had to wait for 10 ms. */
  isDue(): boolean;
  /** Lets timers, messages and finalizers of this thread run. */
  take(): Promise<void>;
}

/** The first breath is due in 10 ms. */
export function createBreath(): Breath {
  let last = performance.now();
  return {
    isDue: () => performance.now() - last >= WORK_MS,
    take: async () => {
      await setImmediate();
      last = performance.now();
    },
  };
}
