import { scaleLinear, tickFormat } from "d3-scale";
import type { ScaleKind } from "../figure.ts";
import type { Run } from "../text/run.ts";
import { scripts } from "../text/text-runs.ts";
import type { Range } from "./range.ts";

/** A place on an axis: with a label a long tick, without one a short tick. */
export interface Tick {
  readonly value: number;
  readonly label?: readonly Run[];
}

/** Ticks of an axis, about `count` of them with labels. */
export function ticksOf(kind: ScaleKind, domain: Range, count: number): Tick[] {
  return kind === "log" ? logTicks(domain, count) : linearTicks(domain, count);
}

function linearTicks(domain: Range, count: number): Tick[] {
  const values = scaleLinear().domain(domain).ticks(count);
  const largest = Math.max(...values.map(Math.abs));
  if (largest >= 1e5 || largest < 1e-3) return values.map((value) => ({ value, label: scientific(value) }));
  const format = tickFormat(domain[0], domain[1], count, "f");
  return values.map((value) => ({ value, label: [{ text: format(value) }] }));
}

/** Decades with labels, every second or third where they are many, and short ticks between; 1, 2, 5 where there is hardly a decade. */
function logTicks(domain: Range, count: number): Tick[] {
  const decades = powers(domain);
  const whole = decades.filter((k) => within(domain, 10 ** k));
  if (whole.length < 2) return narrowTicks(domain, decades, count);
  const every = decadeStep(whole, Math.max(2, count));
  const major = whole.map((k) =>
    k % every === 0 ? { value: 10 ** k, label: powerOfTen(k) } : { value: 10 ** k },
  );
  return whole.length > 12 ? major : [...major, ...between(domain, decades, [2, 3, 4, 5, 6, 7, 8, 9])];
}

const decadeSteps = [1, 2, 3, 5, 10, 20, 50, 100, 200];

/** Every which decade has a label, so that there are at most `count`, and two where that is possible. */
function decadeStep(exponents: readonly number[], count: number): number {
  const labels = (every: number): number => exponents.filter((k) => k % every === 0).length;
  const sparse = decadeSteps.findIndex((every) => labels(every) <= count);
  return labels(decadeSteps[sparse]!) < 2 ? decadeSteps[sparse - 1]! : decadeSteps[sparse]!;
}

function narrowTicks(domain: Range, decades: readonly number[], count: number): Tick[] {
  const labelled = between(domain, decades, [1, 2, 5]);
  const values =
    labelled.length < 2 ? scaleLinear().domain(domain).ticks(count) : labelled.map(({ value }) => value);
  const chosen = values.length > count + 2 ? values.filter((_, i) => i % 2 === 0) : values;
  const short = between(domain, decades, [3, 4, 6, 7, 8, 9]);
  return [...chosen.map((value) => ({ value, label: plain(value) })), ...(labelled.length < 2 ? [] : short)];
}

function between(domain: Range, decades: readonly number[], multiples: readonly number[]): Tick[] {
  return decades
    .flatMap((k) => multiples.map((m) => ({ value: m * 10 ** k })))
    .filter(({ value }) => within(domain, value));
}

/** Exponents of the decades that a domain touches. */
function powers([low, high]: Range): number[] {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Within the domain up to rounding. */
function within([low, high]: Range, value: number): boolean {
  return value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
}

function powerOfTen(k: number): Run[] {
  return [{ text: "10" }, { text: exponent(k), ...scripts.superscript }];
}

/** A number in full where that is short, otherwise with a power of ten. */
export function plain(value: number): readonly Run[] {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-3)) return scientific(value);
  return [{ text: String(Number(value.toPrecision(6))).replace("-", "−") }];
}

function scientific(value: number): readonly Run[] {
  if (value === 0) return [{ text: "0" }];
  const [digits = "", power = "0"] = value.toExponential(5).split("e");
  const mantissa = String(Number(digits)).replace("-", "−");
  const tail = powerOfTen(Number(power));
  if (mantissa === "1") return tail;
  return [{ text: mantissa === "−1" ? "−10" : `${mantissa}\u2009×\u200910` }, tail[1]!];
}

function exponent(k: number): string {
  return String(k).replace("-", "−");
}
