import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commentProblems } from "../src/docs/comments.ts";
import { temporaryWorkspace } from "./temporary.ts";

function problemsOf(source: string): string[] {
  const workspace = temporaryWorkspace({
    "packages/demo/src/index.ts": 'export { f } from "./f.ts";\n',
    "packages/demo/src/argument-checks.ts":
      "export function requirePositive(x: number): void { if (!(x > 0)) throw new RangeError(); }\n",
    "packages/demo/src/f.ts": source,
  });
  return commentProblems(workspace, join(workspace, "packages/demo"));
}

const f = "packages/demo/src/f.ts";

describe("a doc comment", () => {
  test("begins with a summary", () => {
    expect(problemsOf("export function f(): void {}")).toEqual([
      `${f}:1: f: doc comment must begin with a summary, got none`,
    ]);
    expect(problemsOf("/** Does it. */\nexport const f = (): void => {};")).toEqual([]);
  });

  test("names all parameters in their order, or none", () => {
    const after = "export function f(a: number, b: number): number { return a + b; }";
    expect(problemsOf(`/** Adds. */\n${after}`)).toEqual([]);
    expect(problemsOf(`/**\n * Adds.\n * @param a - one\n * @param b - other\n */\n${after}`)).toEqual([]);
    expect(problemsOf(`/**\n * Adds.\n * @param b - other\n */\n${after}`)).toEqual([
      `${f}:5: f: @param must name a, b in this order, got b`,
    ]);
  });

  test("says what is thrown, also through a check of the package", () => {
    const missing = "f: doc comment must have @throws, as the function throws; got none";
    expect(problemsOf("/** Fails. */\nexport function f(): never { throw new Error(); }")).toEqual([
      `${f}:2: ${missing}`,
    ]);
    const checked = "export function f(x: number): void { requirePositive(x); }";
    const imported = 'import { requirePositive } from "./argument-checks.ts";';
    expect(problemsOf(`${imported}\n/** Checks. */\n${checked}`)).toEqual([`${f}:3: ${missing}`]);
    expect(
      problemsOf(
        `${imported}\n/**\n * Checks.\n * @throws RangeError when x is not positive\n */\n${checked}`,
      ),
    ).toEqual([]);
  });

  test("need not say what a function inside throws", () => {
    expect(problemsOf("/** Gives. */\nexport const f = () => () => { throw new Error(); };")).toEqual([]);
  });
});
