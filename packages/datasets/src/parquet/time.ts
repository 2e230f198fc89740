import type { Refuse } from "../refuse.ts";
import type { Stored } from "./plain.ts";

const digitsOf: Readonly<Record<string, number>> = { MILLIS: 3, MICROS: 6, NANOS: 9 };

/** The date, such as 2024-03-01, of days since 1970. */
export function textOfDate(days: Stored, refuse: Refuse): string {
  return dateText(Number(days) * 86_400_000, refuse).slice(0, -"T00:00:00.000Z".length);
}

/** The time in ISO 8601 of an integer count since 1970, with all digits of its unit where there is a fraction of a second. */
export function textOfTime(count: Stored, unit: string, zone: string, refuse: Refuse): string {
  const digits = digitsOf[unit] ?? refuse("have times in MILLIS, MICROS or NANOS", unit);
  const scale = 10n ** BigInt(digits);
  const whole = BigInt(count);
  const fraction = ((whole % scale) + scale) % scale;
  const seconds = dateText(Number((whole - fraction) / scale) * 1000, refuse).slice(0, -".000Z".length);
  return `${seconds}${fraction === 0n ? "" : `.${String(fraction).padStart(digits, "0")}`}${zone}`;
}

function dateText(milliseconds: number, refuse: Refuse): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime())
    ? refuse("have times that a calendar has", milliseconds)
    : date.toISOString();
}
