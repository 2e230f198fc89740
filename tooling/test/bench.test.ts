import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type BenchOptions, benchOptions } from "../src/bench/options.ts";
import { startPython } from "../src/bench/python-peer.ts";
import { temporaryFolder } from "./temporary.ts";

afterEach(() => vi.unstubAllEnvs());

describe("the options of the benchmarks", () => {
  test("are what the command line says, else their defaults", () => {
    const out = join(temporaryFolder(), "results.json");
    const options = benchOptions(["--only", "tanh", "--out", out]) as BenchOptions;
    expect(options).toMatchObject({ rounds: 9, write: false, out });
    expect(options.only.test("map tanh")).toBe(true);
    expect(benchOptions(["--help"])).toMatch(/^pnpm bench/);
  });

  test.each([
    [["--rounds", "0"], "bench: rounds must be a positive integer, got 0"],
    [
      ["--write", "--only", "tanh"],
      "bench: write must be without only, as it records all jobs, got only tanh",
    ],
    [
      ["--out", "/nowhere/results.json"],
      "bench: out must be a file that can be written, got /nowhere/results.json",
    ],
    [["--out", "/"], "bench: out must be a file that can be written, got /"],
    [["--unknown"], "--unknown"],
  ])("%o are refused before any job runs", (args, message) => {
    expect(() => benchOptions(args)).toThrow(message);
  });
});

test("a Python that is missing is named beside the variable that names another", async () => {
  vi.stubEnv("PYTHON", "/nowhere/python");
  const script = join(temporaryFolder(), "peer.py");
  writeFileSync(script, "import a_library_that_is_nowhere\n");
  expect(await startPython(script, 1)).toEqual({
    missing: expect.stringMatching(/ENOENT.*; tried \/nowhere\/python, the variable PYTHON names another$/),
  });
});
