import { join } from "node:path";
import { inChromium, python, requireTool } from "@onsager/tooling/testing";
import { expect, test } from "vitest";
import { digests } from "./digests.ts";

test.runIf(requireTool("numpy"))("the Python reader has the bits of 10^6 values of every law", async () => {
  const script = join(import.meta.dirname, "fixtures", "digests.py");
  expect(JSON.parse(python(script))).toEqual(await digests());
});

test.runIf(requireTool("chromium"))(
  "headless Chromium has them too, in the page and in a worker",
  async () => {
    const source = 'export { digests } from "./digests.ts";';
    const result = await inChromium<Record<string, string>>(source, {
      from: import.meta.dirname,
      call: "digests",
    });
    const here = await digests();
    expect(result.page).toEqual(here);
    expect(result.worker).toEqual(here);
  },
);
