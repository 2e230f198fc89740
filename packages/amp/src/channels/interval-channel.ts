import { requireFinite, requirePositive } from "../argument-checks.ts";
import type { Channel, Output } from "../channel.ts";
import { type Interval, intervalOutput, unionOutput } from "./interval-output.ts";
import { requireLabel } from "./require-label.ts";
import { requireVariance } from "./require-variance.ts";

/** A label, and where z + noise must lie for it. */
interface Event {
  readonly label: number;
  readonly intervals: readonly Interval[];
}

/** What an interval channel is made of. */
export interface IntervalChannelDefinition {
  readonly name: string;
  readonly even: boolean;
  /** Disjoint events that cover the line. */
  readonly events: readonly Event[];
  /** Variance of the noise added to z. */
  readonly variance: number;
}

/** The channel of a label that says in which of several sets of intervals z + sqrt(variance) xi lies. */
export function intervalChannel(definition: IntervalChannelDefinition): Channel {
  const { name, even, events, variance } = definition;
  const outputOf = ({ intervals }: Event, omega: number, s: number): Output =>
    unionOutput(intervals.map((interval) => intervalOutput(interval, omega, s)));
  const ends = events.flatMap(({ intervals }) => intervals.flat()).filter(Number.isFinite);
  return {
    name,
    even,
    edges: [...new Set(ends)],
    noise: {
      variance,
      at(other) {
        requireVariance(name, other);
        return intervalChannel({ ...definition, variance: other });
      },
    },
    isLabel: (y) => events.some(({ label }) => label === y),
    output(y, omega, V) {
      requirePositive(name, "V", V);
      requireFinite(name, "omega", omega);
      const event = events.find(({ label }) => label === y) ?? requireLabel(name, y, events);
      return outputOf(event, omega, V + variance);
    },
    expectation(omega, V, f) {
      return events.reduce((sum, event) => {
        const output = outputOf(event, omega, V + variance);
        return sum + Math.exp(output.logPartition) * f(event.label, output);
      }, 0);
    },
    sample(z, random) {
      const u = variance === 0 ? z : z + Math.sqrt(variance) * random.normal();
      return events.find(({ intervals }) => intervals.some(([lower, upper]) => u >= lower && u <= upper))!
        .label;
    },
  };
}
