import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wholeLines } from "../../src/store/whole-lines.ts";
import { temporaryFolder } from "../helpers/directory.ts";

function read(path: string, from: number): { lines: string[]; position: number } {
  const lines: string[] = [];
  const reading = wholeLines(path, from);
  for (;;) {
    const { value, done } = reading.next();
    if (done) return { lines, position: value };
    lines.push(value.toString());
  }
}

test("gives what ends in a newline, and goes on where that ended", () => {
  const path = join(temporaryFolder(), "lines");
  writeFileSync(path, "one\n\ntwo\nhalf");
  expect(read(path, 0)).toEqual({ lines: ["one", "", "two"], position: 9 });
  appendFileSync(path, " whole\n");
  expect(read(path, 9)).toEqual({ lines: ["half whole"], position: 20 });
  expect(read(path, 20)).toEqual({ lines: [], position: 20 });
});

test("lines may lie across the pieces in which a file is read", () => {
  const path = join(temporaryFolder(), "lines");
  const long = Array.from({ length: 40 }, (_, i) => `${i}`.repeat(100_003));
  writeFileSync(path, `${long.join("\n")}\n`);
  expect(read(path, 0).lines).toEqual(long);
});
