import { resourceUsage } from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectRefusedOrRead } from "./helpers/expect-refused-or-read.ts";
import { readers } from "./helpers/readers.ts";

const runs = 10_000;

test.each(readers)(
  "$name refuses or reads 10,000 damaged files, in less than 1 GB",
  async ({ name, damaged, read }) => {
    const count = { read: 0, refused: 0 };
    const property = fc.asyncProperty(damaged, async (file) => {
      count[await expectRefusedOrRead(name, () => read(file))]++;
    });
    await fc.assert(property, { seed: 20, numRuns: runs });
    expect(count.read + count.refused).toBe(runs);
    // Damage is neither always seen nor never: a corpus of one kind would test little.
    expect(count.refused).toBeGreaterThan(runs / 20);
    expect(count.read).toBeGreaterThan(runs / 200);
    expect(resourceUsage().maxRSS * 1024).toBeLessThan(2 ** 30);
  },
);
