import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { hasNumpy, python, requireTool } from "../src/testing/index.ts";
import { temporaryFolder } from "./temporary.ts";

afterEach(() => vi.unstubAllEnvs());

test.runIf(requireTool("numpy"))("python gives back what a script printed", () => {
  const script = join(temporaryFolder(), "double.py");
  writeFileSync(script, "import sys\nprint(sys.argv[1], 2 * int(sys.stdin.read()))");
  expect(python(script, ["twice"], "21")).toBe("twice 42\n");
  expect(hasNumpy()).toBe(true);
});

test.runIf(requireTool("numpy"))("python names the script that failed", () => {
  const script = join(temporaryFolder(), "fails.py");
  writeFileSync(script, "raise SystemExit(3)");
  expect(() => python(script)).toThrow(/fails\.py must exit with 0, got 3/);
});

describe("a lacking tool", () => {
  test("skips the test on a developer's machine", () => {
    vi.stubEnv("CI", "");
    vi.stubEnv("CHROMIUM", "/nowhere/chromium");
    expect(requireTool("chromium")).toBe(false);
  });

  test("is an error under continuous integration", () => {
    vi.stubEnv("CI", "true");
    vi.stubEnv("CHROMIUM", "/nowhere/chromium");
    expect(() => requireTool("chromium")).toThrow(
      "requireTool: chromium must be installed where CI is set, found none",
    );
  });
});
