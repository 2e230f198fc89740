import type { Curve } from "../data/curve.ts";
import type { LawDefinition, Parameters } from "../scaling-law.ts";

/** A law as a function of coordinates, in units of x and y, compared with y by logarithms or as it is. */
export interface Model {
  /** log f or f at each x, of the units in which the curve is. */
  values(coordinates: Float64Array, x: Float64Array): Float64Array;
  /** log y or y. */
  transform(y: number): number;
  /** What undoes `transform`. */
  inverse(value: number): number;
  /** The derivative of `transform`. */
  slope(y: number): number;
}

export function modelOf<P extends string>(law: LawDefinition<P>, residuals: "log" | "linear"): Model {
  const log = residuals === "log";
  const transform = log ? Math.log : (y: number) => y;
  return {
    values: (coordinates, x) => {
      const parameters = parametersOf(law, coordinates);
      return x.map((value) => transform(law.evaluate(parameters, value)));
    },
    transform,
    inverse: log ? Math.exp : (value) => value,
    slope: log ? (y) => 1 / y : () => 1,
  };
}

/** The names of a law's parameters, in their order. */
export function namesOf<P extends string>({ parameters }: LawDefinition<P>): readonly P[] {
  return Object.keys(parameters) as P[];
}

/** The parameters that coordinates stand for. */
export function parametersOf<P extends string>(
  law: LawDefinition<P>,
  coordinates: Float64Array,
): Parameters<P> {
  const entries = namesOf(law).map((name, i) => [
    name,
    law.parameters[name] === "positive" ? Math.exp(coordinates[i]!) : coordinates[i]!,
  ]);
  return Object.fromEntries(entries) as Parameters<P>;
}

/** The coordinates of parameters. */
export function coordinatesOf<P extends string>(
  law: LawDefinition<P>,
  parameters: Parameters<P>,
): Float64Array {
  return Float64Array.from(namesOf(law), (name) =>
    law.parameters[name] === "positive" ? Math.log(parameters[name]) : parameters[name],
  );
}

/** sqrt(weight) (model - data) at each point. */
export function residualsOf(
  model: Model,
  { x, y, weights }: Curve,
): (coordinates: Float64Array) => Float64Array {
  const roots = weights.map(Math.sqrt);
  const data = y.map(model.transform);
  return (coordinates) =>
    model.values(coordinates, x).map((value, i) => (roots[i] === 0 ? 0 : roots[i]! * (value - data[i]!)));
}
