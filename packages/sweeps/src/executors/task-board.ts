/** The first words: four numbers of the board. Then a hand for each worker, and the queue, in a circle. */
const CURSOR = 0;
const TAIL = 1;
const CLOSED = 2;
const WORKERS = 3;
const HANDS = 4;

/** Most tasks in a worker's hand: results of short trials are sent together. */
const HAND = 64;
/** A hand: how many messages wait to be read, how many tasks are in it, the tasks. */
const WAITING = 0;
const COUNT = 1;
const TASKS = 2;
const HAND_WORDS = TASKS + HAND;

/** No task. */
const NONE = -1;

/** Most messages of a worker that wait to be read: a worker that is faster than the disk waits. */
const MOST_WAITING = 16;

/** Longest sleep before a worker looks again. */
const SLEEP_MS = 100;

/** What the threads of a run share: which task is next, who has which, and whether to go on. */
export interface TaskBoard {
  /** The shared words, from which another thread makes its own board. */
  readonly words: Int32Array<SharedArrayBuffer>;
  /** Number of workers. */
  readonly workers: number;
  /** Puts a task behind the others. */
  add(task: number): void;
  /** Takes the tasks that wait and of which `unwanted` says so off the board. */
  withdraw(unwanted: (task: number) => boolean): void;
  /** Ends the run: no task is claimed any more. */
  close(): void;
  /** Moves the next task into a worker's hand and gives it; -1 if there is none, the board is closed, or the worker has to wait. */
  claim(worker: number): number;
  /** Sleeps until there may be a task to claim; false if the board is closed. For threads that may block. */
  wait(worker: number): boolean;
  /** The tasks that a worker claimed and of which it has not sent the results, last the one it is at. */
  hand(worker: number): number[];
  /** Says that a worker has sent the results of its hand, in one message. */
  sent(worker: number): void;
  /** Says that a message of a worker was read. */
  read(worker: number): void;
  /** Empties the hand of a worker that is gone. */
  vacate(worker: number): void;
}

/**
 * A new board.
 *
 * @param tasks - the tasks in the order in which they are claimed; a task that is put on the board again must have been one of them
 */
export function createBoard(workers: number, tasks: Int32Array): TaskBoard {
  const queue = HANDS + workers * HAND_WORDS;
  const capacity = tasks.length + workers * HAND;
  const words = new Int32Array(new SharedArrayBuffer((queue + capacity) * Int32Array.BYTES_PER_ELEMENT));
  words[TAIL] = tasks.length;
  words[WORKERS] = workers;
  words.set(tasks, queue);
  return attachBoard(words);
}

/** The board of words that another thread made. */
export function attachBoard(words: Int32Array<SharedArrayBuffer>): TaskBoard {
  const workers = words[WORKERS]!;
  const queue = HANDS + workers * HAND_WORDS;
  const capacity = words.length - queue;
  const slot = (position: number): number => queue + (position % capacity);
  const handOf = (worker: number): number => HANDS + worker * HAND_WORDS;
  const isClosed = (): boolean => Atomics.load(words, CLOSED) !== 0;

  /** Whether a worker got what is at a position. It is in its hand before that is so: whenever it dies, no task is lost. */
  const take = (hand: number, position: number, task: number): boolean => {
    const count = words[hand + COUNT]!;
    words[hand + TASKS + count] = task;
    Atomics.store(words, hand + COUNT, count + 1);
    const taken = Atomics.compareExchange(words, CURSOR, position, position + 1) === position;
    if (!taken || task === NONE) Atomics.store(words, hand + COUNT, count);
    return taken && task !== NONE;
  };
  const mustWait = (hand: number): boolean =>
    Atomics.load(words, hand + WAITING) >= MOST_WAITING || words[hand + COUNT]! >= HAND;
  const claim = (worker: number): number => {
    const hand = handOf(worker);
    while (!isClosed() && !mustWait(hand)) {
      const position = Atomics.load(words, CURSOR);
      if (position >= Atomics.load(words, TAIL)) return NONE;
      const task = Atomics.load(words, slot(position));
      if (take(hand, position, task)) return task;
    }
    return NONE;
  };
  const wait = (worker: number): boolean => {
    const waiting = handOf(worker) + WAITING;
    const messages = Atomics.load(words, waiting);
    const tail = Atomics.load(words, TAIL);
    if (messages >= MOST_WAITING) Atomics.wait(words, waiting, messages, SLEEP_MS);
    else if (Atomics.load(words, CURSOR) >= tail) Atomics.wait(words, TAIL, tail, SLEEP_MS);
    return !isClosed();
  };
  const withdraw = (unwanted: (task: number) => boolean): void => {
    for (let at = Atomics.load(words, CURSOR); at < words[TAIL]!; at++)
      if (unwanted(words[slot(at)]!)) Atomics.store(words, slot(at), NONE);
  };
  const empty = (worker: number): number => Atomics.store(words, handOf(worker) + COUNT, 0);
  return {
    words,
    workers,
    claim,
    wait,
    withdraw,
    add: (task) => {
      Atomics.store(words, slot(words[TAIL]!), task);
      Atomics.add(words, TAIL, 1);
      Atomics.notify(words, TAIL);
    },
    close: () => {
      Atomics.store(words, CLOSED, 1);
      Atomics.notify(words, TAIL);
    },
    hand: (worker) => {
      const hand = handOf(worker);
      return [...words.subarray(hand + TASKS, hand + TASKS + Atomics.load(words, hand + COUNT))];
    },
    sent: (worker) => {
      Atomics.add(words, handOf(worker) + WAITING, 1);
      empty(worker);
    },
    read: (worker) => {
      Atomics.sub(words, handOf(worker) + WAITING, 1);
      Atomics.notify(words, handOf(worker) + WAITING);
    },
    vacate: (worker) => {
      empty(worker);
      Atomics.store(words, handOf(worker) + WAITING, 0);
    },
  };
}
