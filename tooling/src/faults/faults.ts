/** An edit of a file: its new text from its old one, which is empty for a new file. */
type Edit = (text: string) => string;

/** A mistake that one of the checks has to find. */
export interface Fault {
  readonly name: string;
  /** The step of `pnpm check` that has to fail. */
  readonly step: string;
  readonly edits: Readonly<Record<string, Edit>>;
  /** What the step has to say. */
  readonly says: RegExp;
}

const home = "packages/random";
const manifest = `${home}/package.json`;
const index = `${home}/src/index.ts`;
const planted = `${home}/src/planted.ts`;
const read = `import { readFileSync } from "node:fs";\nexport const planted = readFileSync;\n`;

const text =
  (content: string): Edit =>
  () =>
    content;

const append =
  (line: string): Edit =>
  (before) =>
    `${before}${line}\n`;

const fields =
  (edit: (manifest: Record<string, unknown>) => object): Edit =>
  (before) => {
    const parsed = JSON.parse(before) as Record<string, unknown>;
    return `${JSON.stringify({ ...parsed, ...edit(parsed) }, null, 2)}\n`;
  };

const exportPlanted = append('export { planted } from "./planted.ts";');

export const faults: readonly Fault[] = [
  {
    name: "a variable that nothing reads",
    step: "lint",
    edits: { [planted]: text("export function planted(): void {\n  const unread = 1;\n}\n") },
    says: /noUnusedVariables/,
  },
  {
    name: "console output from a library",
    step: "lint",
    edits: { [planted]: text('export function planted(): void {\n  console.log("planted");\n}\n') },
    says: /noConsole/,
  },
  {
    name: "a file that is not formatted",
    step: "lint",
    edits: { [planted]: text("export const planted   =  1\n") },
    says: /planted\.ts format/,
  },
  {
    name: "a type error in a source",
    step: "types",
    edits: { [planted]: text('export const planted: number = "one";\n') },
    says: /planted\.ts.*TS2322/s,
  },
  {
    name: "a type error in a test",
    step: "types",
    edits: { [`${home}/test/planted.test.ts`]: text('export const planted: number = "one";\n') },
    says: /planted\.test\.ts.*TS2322/s,
  },
  {
    name: "an arrow in the manifest outside of the table",
    step: "graph",
    edits: { [manifest]: fields(() => ({ dependencies: { "@onsager/hermite": "workspace:^" } })) },
    says: /dependencies must be empty of workspace packages, got @onsager\/hermite/,
  },
  {
    name: "an import of a package that the manifest does not list",
    step: "graph",
    edits: { [planted]: text('export { hermite as planted } from "@onsager/hermite";\n') },
    says: /planted\.ts:1: import must be of a package listed in dependencies, got @onsager\/hermite/,
  },
  {
    name: "an import from the inside of a package",
    step: "graph",
    edits: { [planted]: text('export * from "@onsager/hermite/src/hermite.ts";\n') },
    says: /import must not reach inside a package/,
  },
  {
    name: "a relative import that leaves the package",
    step: "graph",
    edits: { [planted]: text('export * from "../../hermite/src/index.ts";\n') },
    says: /import must stay inside src/,
  },
  {
    name: "a Node module in a package for browsers",
    step: "graph",
    edits: { [planted]: text(read) },
    says: /import must not be a Node module/,
  },
  {
    name: "a manifest field that differs from the template",
    step: "graph",
    edits: { [manifest]: fields(() => ({ sideEffects: true })) },
    says: /sideEffects must be false as in the template, got true/,
  },
  {
    name: "a tsconfig that differs from the template",
    step: "graph",
    edits: { [`${home}/tsconfig.json`]: text("{}\n") },
    says: /tsconfig\.json: content must equal/,
  },
  {
    name: "a package without a size budget",
    step: "graph",
    edits: { [manifest]: fields(() => ({ "size-limit": undefined })) },
    says: /size-limit must list budgets/,
  },
  {
    name: "a folder that the table does not list",
    step: "graph",
    edits: { "packages/planted/package.json": text('{ "name": "@onsager/planted" }\n') },
    says: /packages\/planted: folder must be listed/,
  },
  {
    name: "code in an index",
    step: "graph",
    edits: { [index]: append("export const planted = 1;") },
    says: /index must hold export lines only/,
  },
  {
    name: "an export without a doc comment",
    step: "docs",
    edits: { [planted]: text("export const planted: number = 1;\n"), [index]: exportPlanted },
    says: /planted \(Variable\).*does not have any documentation/,
  },
  {
    name: "a function that throws and does not say so",
    step: "docs",
    edits: {
      [planted]: text("/** Fails. */\nexport function planted(): void {\n  throw new Error();\n}\n"),
      [index]: exportPlanted,
    },
    says: /planted: doc comment must have @throws/,
  },
  {
    name: "a file that nothing imports",
    step: "unused",
    edits: { [planted]: text("export const planted = 1;\n") },
    says: /Unused files.*packages\/random\/src\/planted\.ts/s,
  },
  {
    name: "an export that nothing imports",
    step: "unused",
    edits: { "tooling/src/report.ts": append("export const planted = 1;") },
    says: /Unused exports.*planted/s,
  },
  {
    name: "a dependency that nothing imports",
    step: "unused",
    edits: { [manifest]: fields(() => ({ dependencies: { esbuild: "catalog:" } })) },
    says: /Unused dependencies.*esbuild/s,
  },
  {
    name: "a changeset for a package that does not exist",
    step: "changesets",
    edits: { ".changeset/planted.md": text('---\n"@onsager/planted": minor\n---\n\nA fault.\n') },
    says: /changeset must name a package of the workspace, got @onsager\/planted/,
  },
  {
    name: "a test that fails",
    step: "test",
    edits: {
      [`${home}/test/planted.test.ts`]: text(
        'import { expect, test } from "vitest";\n\ntest("planted", () => {\n  expect(1).toBe(2);\n});\n',
      ),
    },
    says: /FAIL.*planted\.test\.ts > planted/s,
  },
  {
    name: "an example of a README that prints something else",
    step: "test",
    edits: { [`${home}/README.md`]: append("\n```ts\nconsole.log(1 + 1); // 3\n```") },
    says: /README\.md:\d+.*\+\s*"2"/s,
  },
  {
    name: "an example of a README with a type error",
    step: "test",
    edits: { [`${home}/README.md`]: append('\n```ts\nconst planted: number = "one";\n```') },
    says: /README\.md:\d+, line 1: Type 'string' is not assignable to type 'number'/,
  },
  {
    name: "less than 90 % of the lines covered",
    step: "test",
    edits: { [planted]: text(uncovered(2000)) },
    says: /coverage for lines \(.*\) does not meet global threshold/i,
  },
  {
    name: "a slow test that fails",
    step: "slow",
    edits: {
      [`${home}/test/planted.slow.test.ts`]: text(
        'import { expect, test } from "vitest";\n\ntest("planted", () => {\n  expect(1).toBe(2);\n});\n',
      ),
    },
    says: /FAIL.*planted\.slow\.test\.ts > planted/s,
  },
  {
    name: "a source that does not build",
    step: "build",
    edits: { [index]: append('export { planted } from "./nowhere.ts";') },
    says: /nowhere/,
  },
  {
    name: "a bundle above its budget",
    step: "size",
    edits: { [manifest]: fields(() => ({ "size-limit": [{ path: "dist/index.js", limit: "10 B" }] })) },
    says: /size of everything must be at most 10 B/,
  },
  {
    name: "a tarball without its build",
    step: "pack",
    edits: { [manifest]: fields(() => ({ files: ["src"] })) },
    says: /publint: .*dist\/index/,
  },
  {
    name: "exports that name declarations which are not there",
    step: "pack",
    edits: { [manifest]: (before) => before.replace("./dist/index.d.ts", "./dist/types.d.ts") },
    says: /publint: .*types\.d\.ts.*attw: /s,
  },
  {
    name: "tarballs packed by npm, which leaves workspace: ranges in them",
    step: "pack",
    edits: {
      "tooling/src/pack/tarballs.ts": (before) => before.replace('"pnpm", ["pack"', '"npm", ["pack"'),
    },
    says: /packed devDependencies of @onsager\/tooling must be a version range, got workspace:\^/,
  },
  {
    name: "a package that waits at its top level, which require refuses",
    step: "pack",
    edits: {
      [planted]: text("export const planted: number = await Promise.resolve(1);\n"),
      [index]: exportPlanted,
    },
    says: /require of the tarballs must work/,
  },
  {
    name: "a package that fails when it is loaded",
    step: "pack",
    edits: {
      [planted]: text('export const planted: number = 1;\nthrow new Error("planted");\n'),
      [index]: exportPlanted,
      [manifest]: fields(() => ({ sideEffects: true })),
    },
    says: /import of the tarballs must work/,
  },
  {
    name: "declarations that name a package which is not installed",
    step: "pack",
    edits: {
      [planted]: text('export type { Fault as planted } from "nowhere";\n'),
      [index]: append('export type { planted } from "./planted.ts";'),
      [`${home}/src/nowhere.d.ts`]: text('declare module "nowhere" {\n  export interface Fault {}\n}\n'),
    },
    says: /types under nodenext must check.*nowhere/s,
  },
];

function uncovered(lines: number): string {
  const body = Array.from({ length: lines }, (_, line) => `  sum += x * ${line};`).join("\n");
  return `export function planted(x: number): number {\n  let sum = 0;\n${body}\n  return sum;\n}\n`;
}
