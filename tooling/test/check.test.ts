import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changesetProblems } from "../src/changesets.ts";
import { steps, testCommand } from "../src/check/steps.ts";
import { countsOf, summary } from "../src/check/summary.ts";
import { nameProblems } from "../src/pack/checks.ts";
import { specifiersOf } from "../src/pack/consumer.ts";
import { leftOvers } from "../src/pack/tarballs.ts";
import { root } from "../src/workspace.ts";

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

describe("the summary of a check", () => {
  test("ends with the sum of all tests and steps", () => {
    const outcomes = [
      { name: "lint", seconds: 1, ...countsOf(true, false, undefined) },
      { name: "test", seconds: 2, ...countsOf(false, true, { ...report, numFailedTests: 4 }) },
    ];
    expect(summary(outcomes).split("\n").at(-1)).toBe("8 passed, 4 failed, 3 skipped");
  });

  test("counts a run that fails without a failed test as one failure", () => {
    expect(countsOf(false, true, report)).toEqual({ passed: 7, failed: 1, skipped: 3 });
    expect(countsOf(true, true, report)).toEqual({ passed: 7, failed: 0, skipped: 3 });
    expect(countsOf(false, true, undefined).failed).toBe(1);
  });
});

test("the tests are run by the command of the README, with the pnpm of package.json", () => {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    packageManager: string;
  };
  expect(testCommand.join(" ")).toBe(`npx --yes ${packageManager} test`);
  expect(steps.find(({ name }) => name === "test")?.commands).toEqual([testCommand]);
});

describe("a changeset", () => {
  const problems = (text: string) => changesetProblems("x.md", text, ["@onsager/base"]);

  test("names packages and says what changed", () => {
    expect(problems('---\n"@onsager/base": minor\n---\n\nA law.\n')).toEqual([]);
    expect(problems("---\n---\n\nNo package changes.\n")).toEqual([]);
  });

  test("fails when it names another package, another bump or nothing", () => {
    expect(problems('---\n"@onsager/b": minor\n---\n\nA law.\n')).toEqual([
      "x.md: changeset must name a package of the workspace, got @onsager/b",
    ]);
    expect(problems('---\n"@onsager/base": big\n---\n')).toEqual([
      "x.md: bump of @onsager/base must be patch, minor or major, got big",
      "x.md: changeset must say what changed, got nothing",
    ]);
    expect(problems("A law.")).toHaveLength(1);
  });
});

describe("a tarball", () => {
  const manifest = {
    dependencies: { a: "workspace:^", b: "^1.0.0" },
    exports: { ".": {}, "./native": {}, "./package.json": "" },
  };

  test("must not carry ranges of the workspace", () => {
    expect(leftOvers({ name: "x", manifest })).toEqual([
      "x: packed dependencies of a must be a version range, got workspace:^",
    ]);
  });

  test("is imported by all of its entries", () => {
    expect(specifiersOf({ name: "x", file: "", manifest })).toEqual(["x", "x/native"]);
  });

  test("gives the same exports to import and to require, and some", () => {
    expect(nameProblems({ x: ["a"] }, { x: ["a"] })).toEqual([]);
    expect(nameProblems({ x: ["a"], y: [] }, { x: ["a", "default"], y: [] })).toEqual([
      "x: import and require must give the same exports, got a and a,default",
      "y: import must give exports, got none",
    ]);
  });
});
