import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inline, type Plan, readRun, runPlan, type Summary } from "../../src/index.ts";
import { newDirectory, temporaryFolder } from "../helpers/directory.ts";
import { planOf } from "../helpers/plan.ts";
import { results } from "../helpers/rows.ts";

function run(directory: string, plan: Plan = planOf(), fresh = false): Promise<Summary> {
  return runPlan(plan, { directory, executor: inline(), fresh });
}

function manifestOf(directory: string): string {
  return join(directory, readdirSync(directory).find((name) => name.startsWith("manifest-"))!);
}

/** All files of a folder and what they hold. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

test("the manifest says the plan, in lines, and reads back", async () => {
  const directory = newDirectory();
  const plan = planOf({ seed: 2n ** 63n, backend: "backend", about: { versions: { amp: "1.2.3" } } });
  await run(directory, plan);
  const { manifest } = readRun(directory);
  expect(manifest.plan).toEqual(plan);
  expect(manifestOf(directory)).toBe(join(directory, `manifest-${manifest.hash}.json`));
  expect(readFileSync(manifestOf(directory), "utf8").split("\n")).toContain('    {"count":1},');
});

test("the run of a changed plan is refused with what differs, and stays as it is", async () => {
  const directory = newDirectory();
  await run(directory);
  const before = contents(directory);
  const changed = run(directory, planOf({ seed: 8, replicates: 3 }));
  await expect(changed).rejects.toThrow(
    "which differs (directory -> plan):\n  seed: 7 -> 8\n  replicates: 2 -> 3",
  );
  await expect(changed).rejects.toMatchObject({
    name: "TypeError",
    cause: { kind: "changed", differences: ["seed: 7 -> 8", "replicates: 2 -> 3"] },
  });
  expect(contents(directory)).toEqual(before);
});

test("fresh moves the run aside as often as it is asked, and starts anew", async () => {
  const directory = newDirectory();
  await run(directory);
  const old = results(directory);
  for (const number of [1, 2]) {
    expect((await run(`${directory}/`, planOf({ seed: 8 }), true)).done).toBe(6);
    expect(readRun(`${directory}.previous-${number}`).rows).toHaveLength(6);
  }
  expect(results(`${directory}.previous-1`)).toEqual(old);
  expect(readRun(directory).manifest.plan.seed).toBe(8);
});

test.each([true, false])(
  "a directory that is not ours is refused and not touched (fresh: %s)",
  async (fresh) => {
    const directory = temporaryFolder();
    mkdirSync(join(directory, "segments"));
    writeFileSync(join(directory, "thesis.tex"), "all of it");
    const refused = run(directory, planOf(), fresh);
    await expect(refused).rejects.toThrow(
      /^runPlan: directory must be new, empty or a run directory, got .* 2 files/,
    );
    await expect(refused).rejects.toMatchObject({ cause: { kind: "foreign" } });
    expect(readdirSync(directory)).toEqual(["segments", "thesis.tex"]);
    expect(() => readRun(directory)).toThrow("readRun: directory must be new, empty or a run directory");
  },
);

test("a file is refused", async () => {
  const file = join(temporaryFolder(), "run");
  writeFileSync(file, "mine");
  await expect(run(file)).rejects.toThrow("a file");
  expect(readFileSync(file, "utf8")).toBe("mine");
});

test("an empty directory is taken, also one in which a manifest was begun and the process killed", async () => {
  const directory = temporaryFolder();
  writeFileSync(join(directory, "manifest-0123456789abcdef.json.01234567.tmp"), "{");
  expect((await run(directory)).status).toBe("done");
});

test("a manifest that was changed, cut, renamed or doubled is refused", async () => {
  const directory = newDirectory();
  await run(directory);
  const path = manifestOf(directory);
  const text = readFileSync(path, "utf8");
  const damages = [text.replace('"seed": 7', '"seed": 8'), text.slice(0, 100), '{"format":"other"}', "null"];
  for (const damaged of damages) {
    writeFileSync(path, damaged);
    await expect(run(directory)).rejects.toThrow("whose manifest is damaged");
  }
  writeFileSync(path, text);
  await run(join(directory, "..", "other"), planOf({ seed: 8 }));
  const other = manifestOf(join(directory, "..", "other"));
  renameSync(other, join(directory, "manifest-8.json"));
  await expect(run(directory)).rejects.toThrow("must be named");
  renameSync(join(directory, "manifest-8.json"), join(directory, other.split("/").at(-1)!));
  await expect(run(directory)).rejects.toThrow("2 manifests");
});

test("reading nothing is refused", () => {
  expect(() => readRun(newDirectory())).toThrow("readRun: directory must hold a run");
  expect(existsSync(newDirectory())).toBe(false);
});
