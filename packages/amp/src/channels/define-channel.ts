import {
  reject,
  rejectKind,
  requireFinite,
  requireFiniteArray,
  requireFunction,
  requireOptions,
  requirePositive,
} from "../argument-checks.ts";
import type { Channel, Output } from "../channel.ts";
import type { Stream } from "../random.ts";
import { tiltedNormal } from "./tilted-normal.ts";

/** What a channel of discrete labels is made of. */
export interface ChannelDefinition {
  /** In kebab case. */
  readonly name: string;
  /** log P(y | z), smooth in z except at kinks; -Infinity where a label cannot be. */
  logLikelihood(y: number, z: number): number;
  /** The labels there are: a list, or all integers from 0 on. */
  readonly labels: readonly number[] | "naturals";
  /** A label of z. */
  sample(z: number, random: Stream): number;
  /** Whether P(y | -z) = P(y | z); default false. */
  readonly even?: boolean;
  /** Where log P or a derivative of it jumps in z; default none. */
  readonly kinks?: readonly number[];
}

/** Sums over all integers end at a label of this mass, once there are few left: what is left is not known to more digits. */
const negligible = 1e-15;
const few = 1e-6;
const mostLabels = 1e6;

/**
 * A channel of discrete labels from its likelihood, by quadrature over z. For y = f(z) + noise see `noisyFunction`.
 *
 * @param definition - `name`, `logLikelihood`, `labels`, `sample`; `even`, `kinks`
 * @throws TypeError or RangeError for a part that is missing, labels or kinks that are not finite
 * @example
 * const coin = defineChannel({ name: "coin", labels: [-1, 1], // -log(1 + exp(-y z)) without overflow
 *   logLikelihood: (y, z) => Math.min(y * z, 0) - Math.log1p(Math.exp(-Math.abs(z))),
 *   sample: (z, random) => (random.uniform() * (1 + Math.exp(-z)) < 1 ? 1 : -1) });
 */
export function defineChannel(definition: ChannelDefinition): Channel {
  requireOptions("defineChannel", definition);
  const { name, labels, even = false, kinks = [], logLikelihood, sample } = definition;
  requireFunction("defineChannel", "logLikelihood", logLikelihood);
  requireFunction("defineChannel", "sample", sample);
  if (typeof name !== "string") rejectKind("defineChannel", "name", "be a string", name);
  requireFiniteArray("defineChannel", "kinks", kinks);
  if (labels !== "naturals" && !(Array.isArray(labels) && labels.length > 0))
    rejectKind("defineChannel", "labels", 'be a list of numbers or "naturals"', labels);
  if (labels !== "naturals") requireFiniteArray("defineChannel", "labels", labels);
  const isLabel = (y: number): boolean =>
    labels === "naturals" ? Number.isInteger(y) && y >= 0 : labels.includes(y);
  const rule = labels === "naturals" ? "be an integer, at least 0" : `be one of ${labels.join(", ")}`;
  const known = (y: number, z: number): number => {
    const value = logLikelihood(y, z);
    if (value < Infinity) return value;
    return reject(name, "logLikelihood", `give a number below Infinity at y = ${y}, z = ${z}`, value);
  };
  const outputOrNaN = (y: number, omega: number, V: number): Output => {
    requireFinite(name, "omega", omega);
    requirePositive(name, "V", V);
    return tiltedNormal(omega, V, (z) => known(y, z), kinks);
  };
  const output = (y: number, omega: number, V: number): Output => {
    if (!isLabel(y)) reject(name, "y", rule, y);
    const found = outputOrNaN(y, omega, V);
    if (!(found.logPartition > -Infinity)) reject(name, "y", `be a label of some z around ${omega}`, y);
    return found;
  };
  return {
    name,
    even,
    isLabel,
    output,
    expectation(omega, V, f) {
      let sum = 0;
      let left = 1;
      for (const y of labels === "naturals" ? naturals() : labels) {
        const out = outputOrNaN(y, omega, V);
        // A label that no z has.
        if (!(out.logPartition > -Infinity)) continue;
        const mass = Math.exp(out.logPartition);
        sum += mass * f(y, out);
        left -= mass;
        if (labels === "naturals" && left < few && mass < negligible) break;
      }
      return sum;
    },
    sample,
  };
}

function* naturals(): Generator<number> {
  for (let y = 0; y < mostLabels; y++) yield y;
}
