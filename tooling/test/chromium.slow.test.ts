import { expect, test } from "vitest";
import { inChromium, requireTool } from "../src/testing/index.ts";

const source = `
export async function run(n: number): Promise<{ sum: number; window: boolean }> {
  const sum = Float64Array.from({ length: n }, (_, i) => i).reduce((a, b) => a + b, 0);
  return { sum, window: typeof window !== "undefined" };
}
export function refuse(): never {
  throw new RangeError("refuse: n must be positive, got 0");
}`;

test.runIf(requireTool("chromium"))("a module gives its result in the page and in a worker", async () => {
  const { page, worker } = await inChromium(source, { from: import.meta.dirname, args: [5] });
  expect(page).toEqual({ sum: 10, window: true });
  expect(worker).toEqual({ sum: 10, window: false });
});

test.runIf(requireTool("chromium"))("an error of the browser reaches the test", async () => {
  const call = inChromium(source, { from: import.meta.dirname, call: "refuse" });
  await expect(call).rejects.toThrow("refuse: n must be positive, got 0");
});
