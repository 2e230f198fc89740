import type { Stream } from "../random.ts";

/** As many units as there are, drawn with replacement: one integer each. */
export function drawUnits<T>(units: readonly T[], random: Stream): readonly T[] {
  return units.map(() => units[random.integer(units.length)]!);
}
