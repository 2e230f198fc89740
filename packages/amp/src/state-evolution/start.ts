import { reject, rejectKind, requireFinite } from "../argument-checks.ts";
import type { Evolved, OrderParameters } from "./sweep.ts";

/** Where a factor starts. */
export interface StartPoint {
  /** m = <w w*>; a small negative one leads to the wrong-sign branch of mixed models of odd order. */
  readonly overlap: number;
  /** q = <w^2>, at least m^2/rho; default |m| for posterior means, rho = E[w*^2] for other denoisers. */
  readonly meanSquare?: number;
}

/** Where all factors start: from next to nothing, as random starts do; from the truth; or as given. */
export type StateEvolutionStart = "uninformed" | "informed" | Readonly<Record<string, StartPoint>>;

/**
 * The overlap of the uninformed start, as a part of the second moment, below which none may fall on the way: it stands for the 1/sqrt(N) that a random start shares
 * with the truth, without which overlaps that shrink at first would be lost.
 */
export const FLOOR = 1e-10;

/** Rounding that a start may carry, relatively. */
const slack = 1e-12;

/** The order parameters of a start. */
export function startOf(call: string, evolved: Evolved, start: StateEvolutionStart): OrderParameters {
  const points = evolved.coupling.names.map((name, a) => pointOf(call, evolved, name, a, start));
  return {
    m: Float64Array.from(points, ({ overlap }) => overlap),
    q: Float64Array.from(points, ({ meanSquare }) => meanSquare),
  };
}

function pointOf(
  call: string,
  { priors, denoisers }: Evolved,
  name: string,
  a: number,
  start: StateEvolutionStart,
): Required<StartPoint> {
  const rho = priors[a]!.secondMoment;
  const point = namedPoint(rho, start) ?? (start as Readonly<Record<string, StartPoint>>)?.[name];
  const { overlap, meanSquare = denoisers[a] === priors[a] ? Math.abs(overlap) : rho } =
    point ?? rejectKind(call, `start.${name}`, "be { overlap }", point);
  requireFinite(call, `start.${name}.overlap`, overlap);
  const least = (overlap * overlap) / rho;
  if (!(meanSquare >= least * (1 - slack) && meanSquare < Infinity))
    reject(call, `start.${name}.meanSquare`, `be finite and at least overlap^2/rho = ${least}`, meanSquare);
  return { overlap, meanSquare };
}

function namedPoint(rho: number, start: StateEvolutionStart): StartPoint | undefined {
  if (start === "uninformed") return { overlap: FLOOR * rho };
  return start === "informed" ? { overlap: rho } : undefined;
}
