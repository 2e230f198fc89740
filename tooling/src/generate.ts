import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { members, root } from "./workspace.ts";

/** Source files that are made from others: `scripts/generate.ts` of a package exports `generate`, which does nothing when up to date. */
export async function generateSources(): Promise<void> {
  const scripts = members(root, "packages").map(({ folder }) => join(folder, "scripts", "generate.ts"));
  for (const script of scripts.filter((path) => existsSync(path))) {
    const { generate } = (await import(pathToFileURL(script).href)) as { generate: () => Promise<void> };
    await generate();
  }
}

/** Vitest calls it before the tests. */
export const setup: () => Promise<void> = generateSources;

if (process.argv[1] === import.meta.filename) await generateSources();
