import { inChromium, inNode, requireTool } from "@onsager/tooling/testing";
import { describe, expect, test } from "vitest";
import { entry, kernelDigests, randomDigests } from "./normal-digests.ts";

const source = 'export { entry, kernelDigests } from "./normal-digests.ts";';
const from = import.meta.dirname;

/** Every build and every way to cut the fill gave the bits of `random` in this process. */
async function expectSameBits(digests: Record<string, string[]>): Promise<void> {
  const expected = await randomDigests();
  expect(Object.keys(digests)).toHaveLength(10);
  for (const [how, got] of Object.entries(digests)) expect(got, how).toEqual(expected);
}

describe("compiled normals have the bits of @onsager/random in both builds, however the fill is cut", () => {
  test("in this Node", async () => {
    await expectSameBits(await kernelDigests());
  });

  for (const version of [22, 24] as const)
    test.runIf(requireTool(`node ${version}`))(`in Node ${version}`, async () => {
      await expectSameBits(await inNode(source, { from, version, call: "kernelDigests" }));
    });

  test.runIf(requireTool("chromium"))("in headless Chromium, in the page and in a worker", async () => {
    const { page, worker } = await inChromium<Record<string, string[]>>(source, {
      from,
      call: "kernelDigests",
    });
    await expectSameBits(page);
    await expectSameBits(worker);
  });
});

describe("the package's entry", () => {
  test.runIf(requireTool("chromium"))("runs its kernels in Chromium's page and worker", async () => {
    const expected = { name: "wasm", detail: "relaxed SIMD", products: [7, 10, 15, 22, -1, -1] };
    expect(await inChromium(source, { from, call: "entry" })).toEqual({ page: expected, worker: expected });
  });

  test("runs in a bundle for Node, where koffi may not be found", async () => {
    const { products } = await inNode<{ products: number[] }>(source, { from, call: "entry" });
    expect(products).toEqual(entry().products);
  });
});
