import type { Point } from "./point.ts";

/** What a parameter may be. */
export interface Parameter {
  /** Its kind; an integer is a safe one, a number is finite. */
  readonly kind: "number" | "integer" | "choice" | "boolean";
  /** One sentence that names its unit, where it has one. */
  readonly description: string;
  /** Its symbol in LaTeX. */
  readonly symbol?: string;
  /** The value where none is said. */
  readonly default: number | string | boolean;
  /** Least value. */
  readonly minimum?: number;
  /** The value is above this. */
  readonly exclusiveMinimum?: number;
  /** Largest value. */
  readonly maximum?: number;
  /** The value is below this. */
  readonly exclusiveMaximum?: number;
  /** The values of a choice. */
  readonly choices?: readonly string[];
}

/** The parameters of an experiment by their names. */
export type Schema<P extends Point = Point> = { readonly [K in keyof P]: Parameter };

/** The point at which every parameter has its default. */
export function defaultPoint<P extends Point>(schema: Schema<P>): P {
  return Object.fromEntries(
    Object.entries(schema).map(([name, parameter]) => [name, parameter.default]),
  ) as P;
}
