import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeDurably } from "../../src/store/write-durably.ts";
import { temporaryFolder } from "../helpers/directory.ts";

test("writes a file, or another one in its place", () => {
  const folder = temporaryFolder();
  for (const text of ["first", "second"]) writeDurably(join(folder, "file"), text);
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("second");
  expect(readdirSync(folder)).toEqual(["file"]);
});

test("leaves nothing behind when it cannot", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "file"));
  expect(() => writeDurably(join(folder, "file"), "text")).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readdirSync(folder)).toEqual(["file"]);
});
