import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fill, names } from "../src/new/names.ts";
import { filesBelow, root } from "../src/workspace.ts";
import { temporaryWorkspace } from "./temporary.ts";

const templates = "tooling/templates/package";

/** The files of a package as the generator writes it, by path from the root. */
function packageFiles(name: string): Record<string, string> {
  const files = filesBelow(join(root, templates)).map((file) => {
    const text = readFileSync(join(root, templates, file), "utf8");
    const path = fill(file.replace(/\.template$/, ""), names(name));
    return [`packages/${name}/${path}`, fill(text, names(name), `What ${name} is for`)];
  });
  return Object.fromEntries(files);
}

/** A workspace with the templates, the packages `base` and `upper`, and an arrow from `upper` to `base`; `edits` replace files. */
export function demoWorkspace(edits: Record<string, string> = {}): string {
  const own = filesBelow(join(root, templates)).map((file) => {
    return [`${templates}/${file}`, readFileSync(join(root, templates, file), "utf8")];
  });
  const graph = {
    packages: { base: { tier: 0, mayUse: [] }, upper: { tier: 1, mayUse: ["tier 0"] } },
    apps: { cli: { mayUse: ["tier 0", "tier 1"], node: ["src"] } },
  };
  return temporaryWorkspace({
    ...Object.fromEntries(own),
    ...packageFiles("base"),
    ...packageFiles("upper"),
    "packages/upper/package.json": manifestOf("upper", { dependencies: { "@onsager/base": "workspace:^" } }),
    "tooling/graph.json": JSON.stringify(graph),
    ...edits,
  });
}

/** A manifest as the template has it, with other values for some fields. */
export function manifestOf(name: string, fields: Record<string, unknown> = {}): string {
  const manifest = JSON.parse(packageFiles(name)[`packages/${name}/package.json`] as string) as object;
  return JSON.stringify({ ...manifest, ...fields });
}
