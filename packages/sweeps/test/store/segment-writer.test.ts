import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { openSegment } from "../../src/store/segment-writer.ts";
import { temporaryFolder } from "../helpers/directory.ts";

function fail(error: Error): never {
  throw error;
}

test("appends lines, which others can read at once", async () => {
  const path = join(temporaryFolder(), "a.jsonl");
  const segment = openSegment(path, fail);
  segment.append("one\n");
  expect(readFileSync(path, "utf8")).toBe("one\n");
  segment.append("two\nthree\n");
  await delay(250);
  segment.append("four\n");
  segment.append("five\n");
  await delay(250);
  segment.close();
  expect(readFileSync(path, "utf8")).toBe("one\ntwo\nthree\nfour\nfive\n");
});

test.each([
  ["", "new\n"],
  ["whole\n", "whole\nnew\n"],
  ["torn", "torn\nnew\n"],
])("begins on a line of its own behind %j", (before, after) => {
  const path = join(temporaryFolder(), "a.jsonl");
  writeFileSync(path, before);
  const segment = openSegment(path, fail);
  segment.append("new\n");
  segment.close();
  expect(readFileSync(path, "utf8")).toBe(after);
});

test.runIf(existsSync("/dev/full"))("says when the disk is full", () => {
  const segment = openSegment("/dev/full", () => {});
  expect(() => segment.append("lost\n")).toThrow("ENOSPC");
});

test("follows a file that was found, not its name", () => {
  const path = join(temporaryFolder(), "a.jsonl");
  appendFileSync(path, "");
  const [a, b] = [openSegment(path, fail), openSegment(path, fail)];
  expect(a.inode).toBe(b.inode);
  a.close();
  b.close();
});
