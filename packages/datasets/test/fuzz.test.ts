import fc from "fast-check";
import { expect, test } from "vitest";
import { expectRefusedOrRead } from "./helpers/expect-refused-or-read.ts";
import { readers } from "./helpers/readers.ts";

test.each(readers)(
  "$name reads its corpus whole, and refuses or reads 300 damaged files",
  async ({ name, corpus, damaged, read }) => {
    for (const file of corpus) expect(await expectRefusedOrRead(name, () => read(file))).toBe("read");
    const property = fc.asyncProperty(damaged, async (file) => {
      await expectRefusedOrRead(name, () => read(file));
    });
    await fc.assert(property, { seed: 1, numRuns: 300 });
  },
);
