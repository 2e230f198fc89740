import type { TaskEvent } from "@onsager/sweeps";

/** As many values of a row are shown. */
const SHOWN = 4;

/** Means of the first numbers of all rows so far. */
export function runningMeans(): { add(event: TaskEvent): void; text(): string } {
  const sums = new Map<string, { sum: number; count: number }>();
  return {
    add(event) {
      if (event.kind !== "finished" || event.row === undefined) return;
      for (const [name, value] of Object.entries(event.row)) {
        if (typeof value !== "number" || !Number.isFinite(value)) continue;
        const { sum, count } = sums.get(name) ?? { sum: 0, count: 0 };
        sums.set(name, { sum: sum + value, count: count + 1 });
      }
    },
    text: () =>
      [...sums]
        .slice(0, SHOWN)
        .map(([name, { sum, count }]) => `${name} ${(sum / count).toPrecision(3)}`)
        .join(" "),
  };
}
