import { basename } from "node:path";
import type { Run } from "../runs/results-in.ts";
import type { CheckedClaim } from "../runs/verdicts.ts";
import { citation } from "./citation.ts";
import { htmlTable, text } from "./html.ts";
import { parameterRows } from "./parameter-rows.ts";
import { style } from "./style.ts";

/** A figure of a report. */
export interface DrawnFigure {
  /** The stem of its files. */
  readonly name: string;
  /** Its caption. */
  readonly title: string;
  /** An SVG document. */
  readonly svg: string;
}

/** An experiment of a report. */
export interface Section {
  /** The run. */
  readonly run: Run;
  /** Its claims. */
  readonly verdicts: readonly CheckedClaim[];
  /** Its figures. */
  readonly figures: readonly DrawnFigure[];
}

/**
 * A self-contained HTML page of one or more runs: claims, figures, parameters, versions, how to open the results and how to cite.
 *
 * @param sections - at least one
 */
export function reportOf(sections: readonly Section[]): string {
  const [first] = sections;
  const title = sections.length === 1 ? first!.run.experiment.title : `${sections.length} experiments`;
  const claims = sections.flatMap(({ verdicts }) => verdicts);
  const held = claims.filter(({ holds }) => holds).length;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="onsager"><title>${text(title)}</title><style>${style}</style></head><body>
<h1>${text(title)}</h1>
<p class="lead">${claims.length > 0 ? `${held} of ${claims.length} claims hold. ` : ""}Made by Onsager.</p>
${sections.length > 1 ? overview(sections) : ""}
${sections.map((section, index) => sectionHtml(section, index, sections.length > 1)).join("\n")}
<h2>How to cite</h2>
${citation(sections.map(({ run }) => run.experiment.source))}
</body></html>
`;
}

function overview(sections: readonly Section[]): string {
  const rows = sections.flatMap(({ run, verdicts }, index) =>
    verdicts.map((verdict) => [
      `<a href="#e${index}">${text(run.experiment.name)}</a>`,
      text(verdict.name),
      word(verdict),
      text(verdict.statement),
    ]),
  );
  return `<h2>Claims</h2>${htmlTable(["experiment", "claim", "", "statement"], rows)}`;
}

function word({ holds }: CheckedClaim): string {
  return holds ? '<span class="holds">holds</span>' : '<span class="fails">does not hold</span>';
}

function sectionHtml({ run, verdicts, figures }: Section, index: number, titled: boolean): string {
  const { experiment, record } = run;
  const claimRows = verdicts.map((verdict) => [
    text(verdict.name),
    word(verdict),
    `${text(verdict.statement)}<br><span class="soft">${text(verdict.evidence)}</span>`,
  ]);
  return [
    titled ? `<h2 id="e${index}">${text(experiment.title)}</h2>` : "",
    `<p>${text(experiment.summary)}</p>`,
    claimRows.length > 0 ? htmlTable(["claim", "", "statement and evidence"], claimRows) : "",
    ...figures.map(
      ({ title, svg }) => `<figure>${unique(svg, index)}<figcaption>${text(title)}</figcaption></figure>`,
    ),
    `<h3>Parameters</h3>${htmlTable(["parameter", "values", "what it is"], parameterRows(run))}`,
    `<h3>Run</h3>${htmlTable(["", ""], provenance(run))}`,
    `<h3>The data in Python</h3><pre><code>${text(snippet(basename(record.directory)))}</code></pre>`,
  ].join("\n");
}

/** Ids inside of an SVG, made different from those of the figures beside it. */
function unique(svg: string, index: number): string {
  const prefix = `f${index}-${Math.abs(hash(svg)).toString(36)}-`;
  return svg
    .replace(/\bid="([^"]+)"/g, (_, id) => `id="${prefix}${id}"`)
    .replace(/(href="#|url\(#)([^")]+)/g, (_, before, id) => `${before}${prefix}${id}`);
}

function hash(value: string): number {
  let h = 0;
  for (let i = 0; i < value.length; i++) h = (Math.imul(h, 31) + value.charCodeAt(i)) | 0;
  return h;
}

function provenance({ record }: Run): [string, string][] {
  const { plan, hash: identity } = record.manifest;
  const seconds = record.rows.reduce((sum, row) => sum + row.seconds, 0);
  const backends = [...new Set(record.rows.map(({ backend }) => backend ?? ""))].filter(
    (name) => name !== "",
  );
  const about = plan.about ?? {};
  const rows: [string, unknown][] = [
    ["seed", plan.seed],
    ["size", about.size],
    [
      "trials",
      `${record.rows.length} done, ${record.failures.length} failed, ${record.missing.length} missing`,
    ],
    ["computing time", `${seconds.toFixed(1)} s of one core`],
    ["kernels", backends.join("; ")],
    [
      "versions",
      Object.entries(about.versions ?? {})
        .map(([name, value]) => `${name} ${value}`)
        .join(", "),
    ],
    ["machine", about.machine],
    ["identity", identity],
  ];
  return rows
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => [text(name), text(value)]);
}

function snippet(directory: string): string {
  return `import pandas as pd

rows = pd.read_parquet("${directory}/compact/results.parquet")   # or pd.read_csv("${directory}/results.csv", float_precision="round_trip")
print(rows.describe())`;
}
