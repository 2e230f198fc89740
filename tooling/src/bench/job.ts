/** What is timed: one run of a job on data that are made beforehand. */
export type Run = () => unknown;

/** One who takes part in a job. */
export interface Contestant {
  readonly label: string;
  /** Makes the data and gives back what is timed. */
  prepare(): Run;
  /** Seconds a run is known to take at least: it is then timed in the first round alone. Default 0. */
  readonly slow?: boolean;
}

/** A function of the Python side, by name and arguments. */
export interface PythonCall {
  readonly call: string;
  readonly args: readonly number[];
}

/** A job that all contestants do, each on data of its own of the same kind. */
export interface Job {
  readonly name: string;
  /** What one run works through, for a rate beside the time. */
  readonly work: { readonly amount: number; readonly unit: "GFLOP/s" | "GB/s" | "ns an element" };
  readonly python: PythonCall;
  readonly contestants: readonly Contestant[];
}

/** Jobs that differ by their size alone: how the cost of one grows. */
export interface Growth {
  readonly name: string;
  readonly sizes: readonly {
    readonly N: number;
    /** The job's name. */
    readonly job: string;
    /** What the data of each contestant take. */
    readonly bytes: Readonly<Record<string, number>>;
  }[];
}

/** The jobs of a package and the script whose functions do them in Python. */
export interface BenchModule {
  readonly jobs: readonly Job[];
  readonly pythonScript: string;
  /** The labels of the package's own contestants, of which each goal is met by one; the others are peers. */
  readonly ours: readonly string[];
  /** Peers that are not on this machine, with the reason. */
  readonly missing: readonly string[];
  /** Versions of the JavaScript peers and of the package's backends. */
  readonly versions: Readonly<Record<string, string>>;
  /** Tables of cost against size to draw from the results. */
  readonly growth?: readonly Growth[];
}
