import { build } from "esbuild";

/** A module and all that it imports, from the sources of the workspace's packages, as the text of one ES module. */
export async function bundle(source: string, from: string, platform: "browser" | "node"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: from, loader: "ts", sourcefile: "entry.ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform,
    target: "es2022",
    conditions: ["@onsager/source"],
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
