import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as linalg from "../src/index.ts";

test("the README names every function of the package", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const missing = Object.keys(linalg).filter((name) => !new RegExp(`\`${name}\\b`).test(readme));
  expect(missing).toEqual([]);
});
