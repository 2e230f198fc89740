import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "tsup";

type Config = ReturnType<typeof defineConfig>;

const GENERATOR = "scripts/generate.ts";

/**
 * The build of every package: the sources that its `scripts/generate.ts` makes, if there is one; then one ES module and its
 * declarations for each entry of `exports` and each command of `bin`, dependencies left outside.
 */
export const packageBuild: Config = defineConfig(() => {
  if (existsSync(GENERATOR))
    execFileSync(process.execPath, ["--import", "tsx", GENERATOR], { stdio: "inherit" });
  return {
    entry: sourceEntries(),
    format: "esm",
    target: "es2022",
    platform: "neutral",
    external: [/^node:/],
    dts: true,
    clean: true,
    treeshake: true,
  };
});

function sourceEntries(): string[] {
  const { exports, bin = {} } = JSON.parse(readFileSync("package.json", "utf8")) as {
    exports: Record<string, unknown>;
    bin?: Record<string, string>;
  };
  const modules = Object.values(exports).flatMap((entry) => {
    const source = (entry as Record<string, unknown>)["@onsager/source"];
    return typeof source === "string" ? [source] : [];
  });
  const commands = Object.values(bin).map((file) =>
    file.replace("./dist/", "./src/").replace(/\.js$/, ".ts"),
  );
  return [...modules, ...commands];
}
