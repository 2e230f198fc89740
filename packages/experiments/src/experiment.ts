import type { Stream } from "@onsager/random";
import type { Figure } from "./figure.ts";
import type { Grid } from "./grid.ts";
import type { Point } from "./point.ts";
import type { Row } from "./row.ts";
import type { Schema } from "./schema.ts";
import type { Source } from "./source.ts";

/** A finished trial. */
export interface Trial<P extends Point = Point, R extends Row = Row> {
  /** Where it was run. */
  readonly point: P;
  /** Which of the point's trials it is, from 0. */
  readonly replicate: number;
  /** What came out. */
  readonly result: R;
}

/** The trials of a run with the theory beside them: what claims are checked against and figures are drawn from. */
export interface Results<P extends Point = Point, R extends Row = Row> {
  /** All trials, in any order. */
  readonly trials: readonly Trial<P, R>[];
  /** What the trials at a point tend to, at any point; computed once for each. */
  theory(point: P): Partial<R>;
}

/** Whether a claim is seen. */
export interface Verdict {
  /** Whether it holds. */
  readonly holds: boolean;
  /** One line with the numbers. */
  readonly evidence: string;
}

/** A statement that the trials should bear out. */
export interface Claim<P extends Point = Point, R extends Row = Row> {
  /** Its short name, such as "C1". */
  readonly name: string;
  /** One sentence. */
  readonly statement: string;
  /** Compares it with the trials; without trials that bear on it, it does not hold. */
  check(results: Results<P, R>): Verdict;
}

/** A figure of an experiment. */
export interface FigureSpec<P extends Point = Point, R extends Row = Row> {
  /** The stem of its files' names, in kebab case. */
  readonly name: string;
  /** One line. */
  readonly title: string;
  /** What to draw. */
  describe(results: Results<P, R>): Figure;
}

/**
 * An experiment: what one trial is, what theory says about it, which claims it should bear out and how to draw it. A member of the
 * family is one page in the folder of its paper.
 */
export interface Experiment<P extends Point = Point, R extends Row = Row> {
  /** Its name in kebab case; it is exported under the same name in camel case. */
  readonly name: string;
  /** One line. */
  readonly title: string;
  /** A few sentences on what is run and what is seen. */
  readonly summary: string;
  /** The number of the paper it belongs to, or "demonstration". */
  readonly paper: string;
  /** Where it comes from. */
  readonly source: Source;
  /** Its parameters. */
  readonly parameters: Schema<P>;
  /** Which points are run at each size: small in seconds to a minute, medium in minutes, paper for publication. */
  readonly sizes: Readonly<Record<"small" | "medium" | "paper", Grid<P>>>;
  /**
   * One trial: a pure function of its arguments.
   *
   * @param point - valid values of all parameters
   * @param random - split by name for everything that is drawn
   */
  run(point: P, random: Stream): R;
  /** What the trials at a point tend to as the dimension grows. */
  theory?(point: P): Partial<R>;
  /** What the trials should show. */
  readonly claims: readonly Claim<P, R>[];
  /** How they are drawn. */
  readonly figures: readonly FigureSpec<P, R>[];
}
