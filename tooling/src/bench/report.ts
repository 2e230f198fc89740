import { growthRows } from "./growth.ts";
import type { Growth } from "./job.ts";
import type { Machine } from "./machine.ts";
import type { JobResult, Standing } from "./race.ts";
import { duration } from "./units.ts";

/** All that a run found out: what is written as JSON and rendered as BENCHMARKS.md. */
export interface BenchReport {
  /** The package. */
  readonly name: string;
  readonly date: string;
  readonly machine: Machine;
  readonly flags: readonly string[];
  /** Threads on each side. */
  readonly threads: number;
  readonly rounds: number;
  readonly versions: Readonly<Record<string, string>>;
  /** Peers that did not take part, with the reason. */
  readonly missing: readonly string[];
  readonly ours: readonly string[];
  readonly results: readonly JobResult[];
  readonly growth: readonly Growth[];
}

/** Time and rate of one run. */
function pace({ seconds }: Standing, { amount, unit }: JobResult["work"]): string {
  const { median } = seconds;
  const rate = unit === "ns an element" ? (median * 1e9) / amount : amount / median / 1e9;
  return `${duration(median)} (${rate.toPrecision(3)} ${unit === "ns an element" ? "ns" : unit})`;
}

function cell(standing: Standing | undefined, work: JobResult["work"]): string {
  if (standing === undefined) return "-";
  const { ratio } = standing;
  if (ratio === undefined || standing.label === "NumPy") return pace(standing, work);
  const two = (value: number): string => value.toPrecision(value < 0.1 ? 1 : value < 1 ? 2 : 3);
  return standing.rounds > 1
    ? `${two(ratio.median)} (${two(ratio.low)}-${two(ratio.high)})`
    : `${two(ratio.median)} (once)`;
}

/** The best JavaScript peer's time over the time of the best of ours that needs nothing installed. */
function againstPeers({ standings }: JobResult, ours: readonly string[]): string {
  const of = (mine: boolean): number[] =>
    standings
      .filter(({ label }) => label !== "NumPy" && label !== "native" && ours.includes(label) === mine)
      .map(({ seconds }) => seconds.median);
  const [own, peers] = [of(true), of(false)];
  return peers.length === 0 ? "-" : (Math.min(...peers) / Math.min(...own)).toPrecision(3);
}

function columns({ results, ours }: BenchReport): string[] {
  const seen = new Set(results.flatMap(({ standings }) => standings.map(({ label }) => label)));
  const peers = [...seen].filter((label) => label !== "NumPy" && !ours.includes(label));
  return ["NumPy", ...ours.filter((label) => seen.has(label)), ...peers].filter((label) => seen.has(label));
}

/** The rows of the table, the first of which is its head. */
function tableRows(report: BenchReport): string[][] {
  const labels = columns(report);
  const body = report.results.map((result) => [
    result.name,
    ...labels.map((label) =>
      cell(
        result.standings.find((standing) => standing.label === label),
        result.work,
      ),
    ),
    againstPeers(result, report.ours),
  ]);
  return [["job", ...labels, "best JavaScript peer / wasm"], ...body];
}

/** All tables of a report: the jobs, then cost against size. */
function tables(report: BenchReport): string[][][] {
  const growths = report.growth.map((growth) => growthRows(growth, report.results));
  return [tableRows(report), ...growths.filter((rows) => rows.length > 0)];
}

/** The tables for a terminal. */
export function plainTable(report: BenchReport): string {
  return tables(report).map(aligned).join("\n\n");
}

function aligned(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) => row.map((text, at) => text.padEnd(widths[at]!)).join("  ")).join("\n");
}

function piped(rows: readonly string[][]): string {
  const [head, ...body] = rows.map((row) => `| ${row.join(" | ")} |`);
  return [head, `|${" --- |".repeat(rows[0]!.length)}`, ...body].join("\n");
}

/** What could not be run, a line each. */
export function failures({ results }: BenchReport): string[] {
  return results.flatMap(({ name, failures }) => failures.map((failure) => `${name}: ${failure}`));
}

/** A package's part of BENCHMARKS.md. */
function section(report: BenchReport): string {
  const { name, versions, missing } = report;
  const listed = Object.entries(versions).map(([part, version]) => `- ${part}: ${version}`);
  return `## ${name}

${listed.join("\n")}
- Peers that were missing: ${missing.length === 0 ? "none" : missing.join("; ")}
- Not run: ${failures(report).join("; ") || "nothing"}

${tables(report).map(piped).join("\n\n")}
`;
}

/** BENCHMARKS.md, from the reports of one run. */
export function markdown(reports: readonly BenchReport[]): string {
  const { date, machine, flags, threads, rounds } = reports[0]!;
  return `# Benchmarks

Made by \`pnpm bench --write\`; not edited by hand. All contestants of a job take turns in one process run, ${rounds} rounds; NumPy and SciPy answer from one Python process that times itself. The column NumPy has its time; the others have NumPy's time over their own: the median over the rounds and, in brackets, the quartiles. Above 1 is faster than NumPy. Slow peers ran once. The last column is the time of the best JavaScript peer over that of the better build of the kernels.

- Date: ${date}
- Machine: ${machine.processor}, ${machine.cores} cores, ${machine.memory}, ${machine.system}
- Threads on each side: ${threads}
- Node ${machine.node}, flags ${flags.join(" ") || "none"}

${reports.map(section).join("\n")}`;
}
