import { inNode } from "@onsager/tooling/testing";
import { expect, test } from "vitest";

const source = `
  import { stream } from "@onsager/random";
  import { spikedTensor, multiModal } from "../../src/ensembles/index.ts";
  const resident = () => process.resourceUsage().maxRSS * 1024;
  export function run(which, dimension) {
    const ensemble = which === "symmetric"
      ? spikedTensor({ variance: 0.2, precision: "f32" })
      : multiModal({ matrixVariance: 0.6, tensorVariance: 0.2, precision: "f32" });
    ensemble.sample(10, stream(1));
    const before = resident();
    const model = ensemble.sample(dimension, stream(2));
    const bytes = model.channels.reduce((sum, { data }) => sum + data.data.byteLength, 0);
    return { bytes, peak: resident() - before };
  }
`;

test.each(["symmetric", "shared"])(
  "a %s tensor of N = 300 in single precision takes 108 MB, and sampling it little more at its peak",
  async (which) => {
    const { bytes, peak } = await inNode<{ bytes: number; peak: number }>(source, {
      from: import.meta.dirname,
      args: [which, 300],
    });
    expect(bytes).toBeGreaterThanOrEqual(4 * 300 ** 3);
    expect(bytes).toBeLessThanOrEqual(4 * 300 ** 3 + 4 * 300 ** 2);
    // A copy in double precision would add twice as much again.
    expect(peak).toBeLessThan(bytes + 30e6);
  },
);
