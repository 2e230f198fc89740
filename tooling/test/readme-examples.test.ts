import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeBench, place, runExample } from "../src/examples/bench.ts";
import { runnableBlocks } from "../src/examples/blocks.ts";
import { expectedOutput } from "../src/examples/expected.ts";
import { typeErrors } from "../src/examples/types.ts";
import { filesBelow, members, root } from "../src/workspace.ts";

const pages = [
  "README.md",
  ...[...members(root, "packages"), ...members(root, "apps")].map(({ path }) => `${path}/README.md`),
  ...["apps/docs/pages", "apps/docs/src"].flatMap((folder) =>
    filesBelow(join(root, folder))
      .filter((file) => file.endsWith(".md"))
      .map((file) => `${folder}/${file}`),
  ),
].filter((page) => existsSync(join(root, page)));

const bench = makeBench(root);
afterAll(() => bench.remove());

const examples = pages.flatMap((page) =>
  runnableBlocks(readFileSync(join(root, page), "utf8")).map(({ code, line }) => {
    const name = `${page}:${line}`;
    return { name, line, code, file: place(bench, `${name.replace(/[^\w]+/g, "-")}.ts`, code) };
  }),
);

describe.skipIf(examples.length === 0)("the examples of the pages", () => {
  test("have no type error", { timeout: 60_000 }, () => {
    const errors = typeErrors(
      root,
      examples.map(({ file }) => file),
    );
    const problems = examples.flatMap(({ name, file }) =>
      errors.get(file)?.map((error) => `${name}, line ${error}`),
    );
    expect(problems).toEqual([]);
  });

  test.concurrent.each(examples)(
    "$name runs and prints what it says",
    { timeout: 60_000 },
    async ({ code, file }) => {
      const printed = (await runExample(root, file)).trimEnd().split("\n");
      const expected = expectedOutput(code);
      if (expected !== undefined) expect(printed).toEqual(expected);
    },
  );
});
