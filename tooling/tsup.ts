import { defineConfig } from "tsup";

type Config = ReturnType<typeof defineConfig>;

/** The build of every package: one ES module and its declarations, dependencies left outside. */
export const packageBuild: Config = defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  dts: true,
  clean: true,
  treeshake: true,
});
