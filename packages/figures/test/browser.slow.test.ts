import { inChromium, requireTool } from "@onsager/tooling/testing";
import { expect, test } from "vitest";
import { drawExamples } from "./helpers/draw-examples.ts";

const source = 'export { drawExamples } from "./helpers/draw-examples.ts";';

test.runIf(requireTool("chromium"))(
  "draws the same bytes in Chromium's page and worker as in Node",
  async () => {
    const expected = await drawExamples();
    const { page, worker } = await inChromium<typeof expected>(source, {
      from: import.meta.dirname,
      call: "drawExamples",
    });
    expect(Object.keys(expected).length).toBeGreaterThan(15);
    for (const [name, svg] of Object.entries(expected)) {
      expect(page[name] === svg, name).toBe(true);
      expect(worker[name] === svg, name).toBe(true);
    }
  },
);
