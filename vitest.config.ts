import { defineConfig } from "vitest/config";

const conditions = ["@onsager/source"];
// Node 20 has relaxed SIMD behind a flag; later versions know the flag too.
const execArgv = ["--experimental-wasm-relaxed-simd"];
const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};

// `pnpm check` reads the counts of a run from the file that it names here.
const report = process.env.ONSAGER_TEST_REPORT;

export default defineConfig({
  test: {
    globalSetup: "./tooling/src/generate.ts",
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    projects: [
      {
        ...shared,
        test: {
          name: "fast",
          execArgv,
          include: ["{packages,apps}/*/test/**/*.test.ts", "tooling/test/**/*.test.ts"],
          exclude: ["**/*.slow.test.ts"],
          // A machine that is busy with other things is no failure.
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "slow",
          execArgv,
          include: ["{packages,apps}/*/test/**/*.slow.test.ts", "tooling/test/**/*.slow.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
    coverage: {
      include: ["packages/*/src/**"],
      reporter: ["text-summary"],
      // Of its own, so that two runs at the same time do not remove each other's files.
      reportsDirectory: `.cache/coverage-${process.pid}`,
      thresholds: { lines: 90 },
    },
  },
});
