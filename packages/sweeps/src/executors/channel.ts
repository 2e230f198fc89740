/** Values that one side gives when it has them and the other reads in a loop. */
export interface Channel<T> extends AsyncIterable<T> {
  /** Adds a value. */
  push(value: T): void;
  /** Ends the loop once it has read all values, with an error if there is one. Later values are dropped. */
  end(error?: Error): void;
}

/** An empty channel, for one reader. */
export function createChannel<T>(): Channel<T> {
  let values: T[] = [];
  let ended = false;
  let failure: Error | undefined;
  let wake = (): void => {};

  async function* read(): AsyncGenerator<T> {
    for (;;) {
      const batch = values;
      values = [];
      yield* batch;
      if (values.length > 0) continue;
      if (failure !== undefined) throw failure;
      if (ended) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return {
    push: (value) => {
      if (ended) return;
      values.push(value);
      wake();
    },
    end: (error) => {
      if (ended) return;
      ended = true;
      failure = error;
      wake();
    },
    [Symbol.asyncIterator]: read,
  };
}
