import { describe, expect, test } from "vitest";
import { blocksOf, runnableBlocks } from "../src/examples/blocks.ts";
import { expectedOutput } from "../src/examples/expected.ts";

const page = [
  "# Title",
  "```ts",
  "const a = 1;",
  "```",
  "text",
  "```sh",
  "ls",
  "```",
  "```ts no-run",
  "b();",
  "```",
].join("\n");

describe("blocks of a page", () => {
  test("come with their language, flags and first line", () => {
    expect(blocksOf(page)).toEqual([
      { line: 3, language: "ts", flags: [], code: "const a = 1;" },
      { line: 7, language: "sh", flags: [], code: "ls" },
      { line: 10, language: "ts", flags: ["no-run"], code: "b();" },
    ]);
  });

  test("run when they are TypeScript and not marked no-run", () => {
    expect(runnableBlocks(page).map(({ line }) => line)).toEqual([3]);
  });
});

describe("the output that an example promises", () => {
  test("is the comment beside console.log", () => {
    expect(expectedOutput("console.log(1 + 1); // 2\nconst x = 1; // one")).toEqual(["2"]);
  });

  test("is the lines of comment below it", () => {
    expect(expectedOutput("for (const i of [1, 2]) console.log(i);\n// 1\n// 2\n\n// the end")).toEqual([
      "1",
      "2",
    ]);
  });

  test("is not what looks like a comment inside a string", () => {
    expect(expectedOutput('console.log("http://x"); // http://x')).toEqual(["http://x"]);
    expect(expectedOutput('console.log("http://x");')).toBeUndefined();
  });

  test("is beside the end of a call of many lines", () => {
    expect(expectedOutput("console.log(\n  1, // first\n  2,\n); // 1 2")).toEqual(["1 2"]);
  });
});
