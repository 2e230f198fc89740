import { inChromium, requireTool } from "@onsager/tooling/testing";
import { expect, test } from "vitest";
import { roundTrips } from "./helpers/round-trips.ts";

test.runIf(requireTool("chromium"))(
  "a browser reads and writes the same bytes, in the page and in a worker",
  async () => {
    const source = 'export { roundTrips as run } from "./helpers/round-trips.ts";';
    const expected = await roundTrips();
    const { page, worker } = await inChromium(source, { from: import.meta.dirname });
    expect(page).toEqual(expected);
    expect(worker).toEqual(expected);
  },
);
