import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { moduleUrl } from "../../src/trials/module-url.ts";
import { trials } from "../helpers/plan.ts";

test.each([
  ["file:///somewhere/trials.mjs", "file:///somewhere/trials.mjs"],
  ["data:text/javascript,export const a = 1;", "data:text/javascript,export const a = 1;"],
  [trials, pathToFileURL(trials).href],
  ["./package.json", pathToFileURL("package.json").href],
  ["@onsager/nowhere", "@onsager/nowhere"],
])("the URL of %s", (module, url) => {
  expect(moduleUrl(module)).toBe(url);
});

test("a package is found from the current folder", () => {
  expect(moduleUrl("vitest")).toMatch(/^file:.*vitest/);
});
