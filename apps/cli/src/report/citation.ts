import type { Source } from "@onsager/experiments";
import { text } from "./html.ts";

/** The publications behind a report, each once, and the software. */
export function citation(sources: readonly Source[]): string {
  const entries = new Map(sources.map((source) => [source.title, source]));
  const items = [...entries.values()].map(
    ({ authors, title, identifier, year }) =>
      `<li>${text(authors)}, <i>${text(title)}</i>${[identifier, year]
        .filter(Boolean)
        .map((part) => `, ${text(part)}`)
        .join("")}.</li>`,
  );
  return `<ul>${items.join("")}<li>Onsager, <i>High-dimensional statistics of learning: composable packages and the experiments built on them</i>.</li></ul>`;
}
