import { inChromium, inNode, requireTool } from "@onsager/tooling/testing";
import { describe, expect, test } from "vitest";
import { entry, kernelDigests, randomDigests } from "./normal-digests.ts";
import { comparisons, kernelDifferences } from "./portable-kernels.ts";

const source = `export { entry, kernelDigests } from "./normal-digests.ts";
export { kernelDifferences } from "./portable-kernels.ts";`;
const from = import.meta.dirname;

/** Gives what an exported function gives, where it runs, to a check; in Chromium in the page and in a worker. */
function everywhere<T>(call: string, here: () => T | Promise<T>, check: (value: T) => void | Promise<void>) {
  test("in this Node", async () => {
    await check(await here());
  });

  for (const version of [22, 24] as const)
    test.runIf(requireTool(`node ${version}`))(`in Node ${version}`, async () => {
      await check(await inNode<T>(source, { from, version, call }));
    });

  test.runIf(requireTool("chromium"))("in headless Chromium, in the page and in a worker", async () => {
    const { page, worker } = await inChromium<T>(source, { from, call });
    await check(page);
    await check(worker);
  });
}

describe("compiled normals have the bits of @onsager/random in both builds, however the fill is cut", () => {
  everywhere("kernelDigests", kernelDigests, async (digests) => {
    const expected = await randomDigests();
    expect(Object.keys(digests)).toHaveLength(10);
    for (const [how, got] of Object.entries(digests)) expect(got, how).toEqual(expected);
  });
});

describe("fills, maps, features, contractions, products and eigenvalues of both builds are the reference's", () => {
  everywhere("kernelDifferences", kernelDifferences, (differences) => {
    for (const [name, { tolerance }] of Object.entries(comparisons))
      for (const build of ["plain SIMD", "relaxed SIMD"])
        expect(differences[`${name}, ${build}`], `${name}, ${build}`).toBeLessThanOrEqual(tolerance);
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
