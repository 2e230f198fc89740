import { defineConfig } from "vitest/config";

const conditions = ["@onsager/source"];
const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "fast",
          include: ["{packages,apps}/*/test/**/*.test.ts", "tooling/test/**/*.test.ts"],
          exclude: ["**/*.slow.test.ts"],
        },
      },
      {
        ...shared,
        test: {
          name: "slow",
          include: ["{packages,apps}/*/test/**/*.slow.test.ts", "tooling/test/**/*.slow.test.ts"],
          testTimeout: 600_000,
        },
      },
    ],
    coverage: {
      include: ["packages/*/src/**"],
      reporter: ["text-summary"],
      thresholds: { lines: 90 },
    },
  },
});
