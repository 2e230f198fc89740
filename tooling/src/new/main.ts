import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../workspace.ts";
import { commit } from "./changes.ts";
import { formatted } from "./format.ts";
import { findKind, findKinds, type Kind, planned, unknownKind } from "./kinds.ts";
import { memberChanges } from "./member.ts";
import { names } from "./names.ts";
import { packageChanges } from "./package.ts";

const usage = `pnpm new KIND NAME                          writes a member of a family and puts it into the list
                                            (PACKAGE/KIND where two packages have a kind of that name)
pnpm new package NAME [--description TEXT]   writes packages/NAME and its line in the table of arrows
  --tier 0|1|2|3    the tier of a package that is not in the table yet (default 1)
  --no-install      leaves the lockfile as it is`;

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      description: { type: "string" },
      tier: { type: "string" },
      install: { type: "boolean", default: true },
      help: { type: "boolean", short: "h" },
    },
  });
  const [kindName, name, ...rest] = positionals;
  if (kindName === undefined || values.help) {
    listKinds();
    return;
  }
  const kind = findKind(root, kindName);
  if (kind === undefined && kindName !== "package") throw new RangeError(unknownKind(root, kindName));
  if (name === undefined || rest.length > 0) {
    throw new RangeError(`new: ${kindName} must be followed by one name, got ${positionals.length - 1}`);
  }
  if (kind !== undefined) {
    newMember(kind, name);
  } else {
    const description = values.description ?? `What ${name} is for`;
    newPackage(name, description, Number(values.tier ?? 1), values.install ?? true);
  }
}

function listKinds(): void {
  const kinds = findKinds(root);
  console.log(usage);
  console.log(`\nkinds of this workspace:\n  package${" ".repeat(8)}packages/`);
  for (const { name, home, family } of kinds) console.log(`  ${name.padEnd(14)} ${home}/${family}/`);
  const coming = Object.entries(planned).filter(([name]) => !kinds.some((kind) => kind.name === name));
  if (coming.length > 0) console.log("\nkinds that come with their package:");
  for (const [name, home] of coming) console.log(`  ${name.padEnd(14)} ${home}`);
}

function newMember(kind: Kind, name: string): void {
  const changes = formatted(root, memberChanges(root, kind, names(name)));
  commit(root, changes);
  written(changes.keys());
  console.log(`\nnext: write the member, and run its laws with  pnpm vitest run --project fast ${kind.home}`);
}

function newPackage(name: string, description: string, tier: number, install: boolean): void {
  const changes = formatted(root, packageChanges(root, names(name), { description, tier }));
  const lockfile: [string, string] = ["pnpm-lock.yaml", readFileSync(join(root, "pnpm-lock.yaml"), "utf8")];
  commit(root, new Map([...changes, lockfile]), () => {
    if (install) execFileSync("pnpm", ["install"], { cwd: root, stdio: "inherit" });
  });
  written(changes.keys());
  const steps = [
    ...(install ? [] : ["pnpm install"]),
    `write packages/${name}/src, and run its tests with  pnpm vitest run --project fast packages/${name}`,
    `describe the change with  pnpm changeset`,
  ];
  console.log(`\nnext: ${steps.join("\n      ")}`);
}

function written(paths: Iterable<string>): void {
  for (const path of paths) console.log(`wrote ${path}`);
}
