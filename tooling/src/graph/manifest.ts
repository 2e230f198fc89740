import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { isPlainObject } from "../plain.ts";
import type { Manifest, Member } from "../workspace.ts";

/** The fields that each package writes itself; every other field of the template is the same in all packages. */
const own = ["name", "version", "description", "exports", "devDependencies", "size-limit"];

/** The fields that a package may have beyond those of the template. */
const optional = [
  "keywords",
  "bin",
  "browser",
  "dependencies",
  "peerDependencies",
  "peerDependenciesMeta",
  "optionalDependencies",
];

const manifestTemplate = "tooling/templates/package/package.json.template";

/** How a public package's manifest differs from the template. */
export function manifestProblems(workspace: string, { id, path, manifest }: Member): string[] {
  const template = JSON.parse(readFileSync(join(workspace, manifestTemplate), "utf8")) as Manifest;
  const must = (field: string, rule: string) =>
    `${path}/package.json: ${field} must ${rule}, got ${shown(manifest[field])}`;
  const problems: string[] = [];
  if (manifest.name !== `@onsager/${id}`) problems.push(must("name", `be @onsager/${id}`));
  if (!/^\d+\.\d+\.\d+/.test(manifest.version ?? "")) problems.push(must("version", "be a semantic version"));
  if (!isSentence(manifest.description))
    problems.push(must("description", "be one sentence without a full stop"));
  if (!hasBudget(manifest["size-limit"])) {
    problems.push(must("size-limit", 'list budgets such as { "path": "dist/index.js", "limit": "5 kB" }'));
  }
  for (const field of Object.keys(template)) {
    if (own.includes(field) || isDeepStrictEqual(manifest[field], template[field])) continue;
    if (field === "files" && includesAll(manifest[field], template[field])) continue;
    problems.push(must(field, `be ${shown(template[field])} as in the template`));
  }
  for (const field of Object.keys(manifest)) {
    if (field in template || optional.includes(field)) continue;
    problems.push(must(field, "not be there: the template has no such field"));
  }
  if (manifest.devDependencies?.["@onsager/tooling"] !== "workspace:^") {
    problems.push(must("devDependencies", "list @onsager/tooling as workspace:^"));
  }
  return [...problems, ...exportsProblems(path, manifest), ...rangeProblems(path, manifest)];
}

function exportsProblems(path: string, { exports = {} }: Manifest): string[] {
  return [".", "./package.json", ...Object.keys(exports)]
    .filter((entry, index, all) => all.indexOf(entry) === index)
    .filter((entry) => !isDeepStrictEqual(exports[entry], expectedEntry(entry)))
    .map((entry) => {
      const rule = `must be ${shown(expectedEntry(entry))} as in the template`;
      return `${path}/package.json: exports of ${entry} ${rule}, got ${shown(exports[entry])}`;
    });
}

function expectedEntry(entry: string): unknown {
  if (entry === "./package.json") return "./package.json";
  const file = entry === "." ? "index" : entry.slice(2);
  return {
    "@onsager/source": `./src/${file}.ts`,
    types: `./dist/${file}.d.ts`,
    default: `./dist/${file}.js`,
  };
}

function rangeProblems(path: string, manifest: Manifest): string[] {
  const fields = ["dependencies", "devDependencies", "optionalDependencies"] as const;
  return fields.flatMap((field) =>
    Object.entries(manifest[field] ?? {})
      .filter(([name, range]) => range !== (name.startsWith("@onsager/") ? "workspace:^" : "catalog:"))
      .map(
        ([name, range]) =>
          `${path}/package.json: ${field} of ${name} must be catalog: or workspace:^, got ${range}`,
      ),
  );
}

function hasBudget(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (budget) => isPlainObject(budget) && isText(budget.path) && /^[\d.]+ k?B$/.test(String(budget.limit)),
    )
  );
}

/** A package may publish more than the template's folders. */
function includesAll(files: unknown, least: unknown): boolean {
  return Array.isArray(files) && Array.isArray(least) && least.every((file) => files.includes(file));
}

function isSentence(value: unknown): boolean {
  return isText(value) && !value.endsWith(".");
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
