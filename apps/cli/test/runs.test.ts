import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readNpz } from "@onsager/datasets";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "./helpers/run.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onsager-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A run of seconds' part, in this thread. */
const tiny =
  "run bbp --set dimension=40 --grid strength=0.5:1.5:0.5 --replicates 2 --executor inline --quiet";

function line(text: string, ...more: string[]): string[] {
  return [...text.split(" "), ...more];
}

describe("a run", () => {
  test("leaves results, figures and a report, and says which claims hold", async () => {
    const out = join(folder, "tiny");
    const ended = await run(line(tiny, "--out", out));
    expect(ended.err).toMatch(/bbp: 6 of 6 trials/);
    expect(ended.out).toContain(`report: ${join(out, "report.html")}`);
    expect(ended.out).toMatch(/holds|does not hold/);
    expect(readdirSync(out).sort()).toEqual(
      expect.arrayContaining(["compact", "figures", "report.html", "results.csv", "segments"]),
    );
    for (const kind of ["svg", "png", "pdf"]) {
      expect(readdirSync(join(out, "figures")).some((name) => name.endsWith(kind))).toBe(true);
    }
    const report = readFileSync(join(out, "report.html"), "utf8");
    expect(report).toContain("<svg");
    expect(report).not.toMatch(/(src|href)="http/);
  });

  test("run again does nothing; with another seed it is refused with the difference, unless fresh", async () => {
    const out = join(folder, "again");
    await run(line(tiny, "--out", out));
    const rows = readFileSync(join(out, "results.csv"), "utf8");
    await run(line(tiny, "--out", out));
    expect(readFileSync(join(out, "results.csv"), "utf8")).toBe(rows);
    const changed = await run(line(tiny, "--seed", "2", "--out", out));
    expect(changed.code).toBe(2);
    expect(changed.err).toMatch(/another configuration[\s\S]*seed[\s\S]*--fresh/);
    const fresh = await run(line(tiny, "--seed", "2", "--fresh", "--out", out));
    expect(fresh.code).not.toBe(2);
    expect(readdirSync(folder)).toContain("again.previous-1");
  });

  test("that is interrupted ends with 3, says how to resume, and resumes to the same rows", async () => {
    const [whole, broken] = [join(folder, "whole"), join(folder, "broken")];
    await run(line(tiny, "--out", whole));
    const abort = new AbortController();
    abort.abort(new Error("interrupted"));
    const ended = await run(line(tiny, "--out", broken), abort.signal);
    expect(ended.code).toBe(3);
    expect(ended.err).toContain(`onsager resume ${broken}`);
    expect(JSON.parse((await run(["status", broken, "--json"])).out)).toMatchObject({
      status: "open",
      missing: 6,
    });
    await run(["resume", broken, "--executor", "inline", "--quiet"]);
    expect(withoutTimes(broken)).toEqual(withoutTimes(whole));
  });

  test("tells of every trial as JSON lines", async () => {
    const { out } = await run(line(tiny, "--json", "--out", join(folder, "events")));
    const events = out
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text));
    expect(events.filter(({ kind }) => kind === "finished")).toHaveLength(6);
    expect(events.at(-1)).toMatchObject({ kind: "report" });
  });

  test("can be tried dry", async () => {
    const out = join(folder, "dry");
    const ended = await run(line(tiny, "--dry-run", "--json", "--out", out));
    expect(JSON.parse(ended.out)).toMatchObject({ points: 3, replicates: 2, trials: 6, workers: 1 });
    expect(readdirSync(folder)).not.toContain("dry");
  });

  test("leaves a folder of somebody else as it is", async () => {
    const out = join(folder, "theirs");
    mkdirSync(out);
    writeFileSync(join(out, "thesis.tex"), "");
    const ended = await run(line(tiny, "--out", out));
    expect([ended.code, readdirSync(out)]).toEqual([2, ["thesis.tex"]]);
    expect(ended.err).toContain("nothing was touched");
  });
});

/** The rows of a run but what differs between runs of the same numbers: times and writers. */
function withoutTimes(directory: string): string[][] {
  const rows = readFileSync(join(directory, "results.csv"), "utf8").trim().split("\n");
  const header = rows[0]!.split(",");
  const kept = header.map((name) => name !== "seconds" && name !== "writer");
  return rows.map((row) => row.split(",").filter((_, k) => kept[k]));
}

describe("results are exported", () => {
  test.each(["csv", "json", "parquet", "npz"])("as %s", async (format) => {
    const directory = join(folder, "exported");
    await run(line(tiny, "--out", directory));
    const file = join(folder, `rows.${format}`);
    expect((await run(["export", directory, "--format", format, "--out", file])).code).toBe(0);
    const bytes = readFileSync(file);
    if (format === "npz") expect(readNpz(bytes).strength!.shape).toEqual([6]);
    if (format === "json") expect(JSON.parse(String(bytes))).toHaveLength(6);
    if (format === "csv") expect(String(bytes).trim().split("\n")).toHaveLength(7);
    if (format === "parquet") expect(String(bytes.subarray(0, 4))).toBe("PAR1");
  });
});

describe("a configuration file", () => {
  const written = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  test("says what the options say", async () => {
    const file = written(
      "good.yaml",
      "experiment: bbp\nset: { dimension: 40 }\ngrid:\n  strength: { from: 0.5, to: 1.5, step: 0.5 }\nreplicates: 2\nexecutor: inline\n",
    );
    const { out } = await run(["run", file, "--dry-run", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ experiment: "bbp", points: 3, trials: 6 });
  });

  test.each([
    ["experimnt: bbp\n", /1:12 experimnt: unknown field; did you mean experiment\?/],
    ["experiment: bbp\nreplicates: 0\n", /2:13 replicates: /],
    ["experiment: bbp\nsize: huge\n", /2:7 size: .*"small"\|"medium"\|"paper"/],
    ["experiment: bbp\ngrid:\n  strength: { from: 1, to: 2 }\n", /3:13 grid\.strength/],
    ["experiment: bbp\nset: { dimensio: 40 }\n", /did you mean dimension\?/],
    ["experiment: [bbp\n", /:\d+:\d+ /],
    ["experiment: bpb\n", /did you mean bbp\?/],
  ])("%j is answered with the place and what is allowed", async (text, message) => {
    const ended = await run(["run", written("bad.yaml", text), "--dry-run"]);
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(message);
    expect(ended.err).not.toContain("    at ");
  });
});

describe("wrong use ends with 2 and a line that helps", () => {
  test.each([
    ["run bpb", 'unknown experiment "bpb"; did you mean bbp?'],
    ["run bbp --set dimensio=3", "did you mean dimension?"],
    ["run bbp --set dimension", "--set must read key=value"],
    ["run bbp --set dimension=many", "dimension must be a number, got many"],
    ["run bbp --set dimension=-3", "bbp: dimension must be at least"],
    ["run bbp --grid strength=1:0:0.1", "step that leads there"],
    ["run bbp --grid strength=0:1:1e-9", "at most 100000 values"],
    ["run bbp --replicates 0", "--replicates must be a positive integer, got 0"],
    ["run bbp --seed -1", "--seed must be an integer"],
    ["run bbp --size huge", 'unknown size "huge"'],
    ["run bbp --executor slrm", 'unknown executor "slrm"'],
    ["run missing.yaml", "missing.yaml cannot be read"],
    ["reproduce papr", "unknown paper or experiment"],
    ["resume nowhere", "directory must hold a run"],
    ["status nowhere", "directory must hold a run"],
    ["export nowhere --format xls", 'unknown format "xls"'],
    ["list experimnts", "did you mean experiments?"],
  ])("%s", async (text, message) => {
    const ended = await run(line(text));
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(message);
    expect(ended.err).not.toContain("    at ");
  });
});
