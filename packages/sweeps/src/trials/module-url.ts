import { createRequire } from "node:module";
import { isAbsolute, join } from "node:path";
import { cwd } from "node:process";
import { pathToFileURL } from "node:url";

/** The URL of a plan's module: of a path, or of a package as the current folder sees it; a package that it does not see stays a name. */
export function moduleUrl(module: string): string {
  if (URL.canParse(module) && !isAbsolute(module)) return module;
  if (isAbsolute(module)) return pathToFileURL(module).href;
  try {
    return pathToFileURL(createRequire(join(cwd(), "run.js")).resolve(module)).href;
  } catch {
    return module;
  }
}
