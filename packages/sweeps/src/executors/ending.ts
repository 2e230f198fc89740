/** Why a session is over: nothing is left to do, it was cancelled, or it cannot go on. */
export type Outlook = "complete" | "cancelled" | "broken";

/** The end of a session, which comes once. */
export interface Ending {
  /** Why it is over; undefined while it is not. */
  readonly reason: Outlook | undefined;
  /** What broke it. */
  readonly error: Error | undefined;
  /** Resolves when it is over. */
  readonly reached: Promise<Outlook>;
  /** Ends it, unless it is over; an error also breaks what was over before. */
  end(reason: Outlook, error?: Error): void;
}

/**
 * An end that has not come.
 *
 * @param onEnd - called once when it comes
 */
export function createEnding(onEnd: () => void): Ending {
  let reason: Outlook | undefined;
  let broken: Error | undefined;
  let resolve: (reason: Outlook) => void;
  const reached = new Promise<Outlook>((settle) => {
    resolve = settle;
  });
  return {
    get reason() {
      return reason;
    },
    get error() {
      return broken;
    },
    reached,
    end: (how, error) => {
      broken ??= error;
      if (reason !== undefined) return;
      reason = how;
      onEnd();
      resolve(how);
    },
  };
}
