import type { ProgressEvent } from "@onsager/sweeps";
import { duration } from "./duration.ts";

const cells = 24;

/**
 * One line of progress: bar, counts, rate, time left and running means, cut to the width of the terminal.
 *
 * @param title - what runs
 * @param event - how far it is
 * @param means - running means, as text
 * @param columns - width of the terminal
 */
export function bar(title: string, event: ProgressEvent, means: string, columns: number): string {
  const { done, total, failed, rate, secondsLeft } = event;
  const full = Math.round((cells * done) / total);
  const parts = [
    `${title} ${"█".repeat(full)}${"░".repeat(cells - full)} ${done}/${total}`,
    failed > 0 ? `${failed} failed` : "",
    rate > 0 ? `${rate < 10 ? rate.toPrecision(2) : Math.round(rate)}/s` : "",
    Number.isFinite(secondsLeft) && done < total ? `${duration(secondsLeft)} left` : "",
    means,
  ];
  return parts
    .filter((part) => part !== "")
    .join("  ")
    .slice(0, Math.max(columns - 1, 20));
}
