import { describe, expect, test } from "vitest";
import { allowed, readGraph, tableProblems } from "../src/graph/graph.ts";
import { importsOf, packageOf } from "../src/graph/imports.ts";
import { graphProblems } from "../src/graph/problems.ts";
import { indexProblems } from "../src/graph/skeleton.ts";
import { root } from "../src/workspace.ts";
import { demoWorkspace, manifestOf } from "./workspace.ts";

const problemsWith = (edits: Record<string, string>) => graphProblems(demoWorkspace(edits));
const problemsOfSource = (line: string) => problemsWith({ "packages/upper/src/planted.ts": line });
const planted = "packages/upper/src/planted.ts:1: import must";

test("a workspace made by the generator has no problem", () => {
  expect(problemsWith({})).toEqual([]);
});

describe("the table", () => {
  const graph = readGraph(root);
  const arrows = (name: string) => [...allowed(graph, graph.packages[name] ?? { mayUse: [] })];
  const tier0 = ["random", "linalg", "hermite", "datasets"];

  test("has no arrow among the packages of tier 0, nor among those of tier 1", () => {
    for (const name of tier0) expect(arrows(name)).toEqual([]);
    for (const name of ["random-matrices", "targets", "spectral", "amp", "scaling"])
      expect(arrows(name)).toEqual(tier0);
  });

  test("lets lofi use spectral, and sweeps only random and datasets", () => {
    expect(arrows("lofi")).toEqual([...tier0, "spectral"]);
    expect(arrows("sweeps")).toEqual(["random", "datasets"]);
    expect(arrows("figures")).toEqual([]);
  });

  test("has no cycle", () => {
    expect(tableProblems(graph)).toEqual([]);
    const circle = { packages: { a: { mayUse: ["b"] }, b: { mayUse: ["a"] } }, apps: {} };
    expect(tableProblems(circle)[0]).toBe(
      "tooling/graph.json: arrows must not form a cycle, got one through a",
    );
  });

  test("names packages that it lists", () => {
    const unknown = { packages: { a: { mayUse: ["nothing"] } }, apps: {} };
    expect(tableProblems(unknown)).toEqual([
      "tooling/graph.json: mayUse of a must name a package or a tier, got nothing",
    ]);
  });
});

describe("an arrow", () => {
  test("outside of the table fails in the manifest", () => {
    const manifest = manifestOf("base", { dependencies: { "@onsager/upper": "workspace:^" } });
    expect(problemsWith({ "packages/base/package.json": manifest })).toEqual([
      "packages/base/package.json: dependencies must be empty of workspace packages, got @onsager/upper",
    ]);
  });

  test("fails in every form of import", () => {
    const rule = `${planted} be of a package listed in dependencies, got @onsager/other`;
    const lines = [
      'import { a } from "@onsager/other";',
      'import type { A } from "@onsager/other";',
      'export * from "@onsager/other";',
      'export const a = await import("@onsager/other");',
      'export type A = import("@onsager/other").A;',
    ];
    for (const line of lines) expect(problemsOfSource(line)).toEqual([rule]);
  });

  test("that the manifest lists may be imported", () => {
    expect(problemsOfSource('import { base } from "@onsager/base";')).toEqual([]);
  });

  test("to a package that is only a devDependency fails in src", () => {
    const manifest = manifestOf("upper", {
      devDependencies: {
        "@onsager/tooling": "workspace:^",
        "@onsager/base": "workspace:^",
        "fast-check": "catalog:",
      },
    });
    const imports = 'import "@onsager/base";';
    expect(
      problemsWith({
        "packages/upper/package.json": manifest,
        "packages/upper/src/planted.ts": imports,
        "packages/upper/test/laws.test.ts": imports,
      }),
    ).toEqual([`${planted} be of a package listed in dependencies, got @onsager/base`]);
  });

  test("into the inside of a package fails, in tests too", () => {
    const line = 'import { base } from "@onsager/base/src/base.ts";';
    expect(problemsOfSource(line)).toEqual([
      `${planted} not reach inside a package, got @onsager/base/src/base.ts`,
    ]);
    expect(problemsWith({ "packages/upper/test/laws.test.ts": line })).toHaveLength(1);
  });

  test("out of the package by a relative path fails", () => {
    const specifier = "../../base/src/base.ts";
    expect(problemsOfSource(`import "${specifier}";`)).toEqual([
      `${planted} stay inside src, got ${specifier}`,
    ]);
  });

  test("to a module of Node fails where the table does not allow it", () => {
    const line = 'import { readFileSync } from "node:fs";';
    expect(problemsOfSource(line)).toEqual([
      `${planted} not be a Node module (the package also runs in browsers), got node:fs`,
    ]);
    expect(problemsWith({ "apps/cli/package.json": "{}", "apps/cli/src/main.ts": line })).toEqual([]);
  });
});

describe("a package", () => {
  test("that the table does not list fails", () => {
    expect(problemsWith({ "packages/other/package.json": "{}" })).toEqual([
      "packages/other: folder must be listed in tooling/graph.json, got an unknown one",
    ]);
  });

  test("has the fields of the template", () => {
    const manifest = manifestOf("base", {
      license: "MIT",
      sideEffects: undefined,
      main: "dist/index.js",
      "size-limit": [],
    });
    const rule = "packages/base/package.json:";
    expect(problemsWith({ "packages/base/package.json": manifest })).toEqual([
      `${rule} size-limit must list budgets such as { "path": "dist/index.js", "limit": "5 kB" }, got []`,
      `${rule} license must be "Apache-2.0" as in the template, got "MIT"`,
      `${rule} sideEffects must be false as in the template, got nothing`,
      `${rule} main must not be there: the template has no such field, got "dist/index.js"`,
    ]);
  });

  test("may have further entries, of the same shape", () => {
    const { exports } = JSON.parse(manifestOf("base")) as { exports: Record<string, unknown> };
    const entry = {
      "@onsager/source": "./src/native.ts",
      types: "./dist/native.d.ts",
      default: "./dist/native.js",
    };
    const withEntry = (native: unknown) => ({
      "packages/base/package.json": manifestOf("base", { exports: { ...exports, "./native": native } }),
    });
    expect(problemsWith(withEntry(entry))).toEqual([]);
    expect(problemsWith(withEntry({ ...entry, types: "./native.d.ts" }))[0]).toMatch(
      /exports of \.\/native must be/,
    );
  });

  test("takes its versions from the catalog", () => {
    const manifest = manifestOf("base", { dependencies: { esbuild: "^0.28.0" } });
    expect(problemsWith({ "packages/base/package.json": manifest })).toEqual([
      "packages/base/package.json: dependencies of esbuild must be catalog: or workspace:^, got ^0.28.0",
    ]);
  });

  test("has the files of the skeleton", () => {
    expect(
      problemsWith({ "packages/base/tsconfig.json": "{}", "packages/base/README.md": "# base\n" }),
    ).toEqual([
      "packages/base/tsconfig.json: content must equal tooling/templates/package/tsconfig.json.template",
      "packages/base/README.md: README must have a runnable ```ts example, got none",
    ]);
  });
});

test("an index holds export lines only", () => {
  expect(indexProblems("index.ts", 'export { a } from "./a.ts";\nexport type { B } from "./b.ts";')).toEqual(
    [],
  );
  expect(indexProblems("index.ts", 'import { a } from "./a.ts";\nexport const b = a;')).toEqual([
    'index.ts:1: index must hold export lines only, got import { a } from "./a.ts";',
    "index.ts:2: index must hold export lines only, got export const b = a;",
  ]);
});

test("comments and strings are no imports", () => {
  expect(importsOf("a.ts", '// import "x"\nconst a = "import(\'y\')";')).toEqual([]);
  expect(packageOf("@onsager/base/native")).toBe("@onsager/base");
  expect(packageOf("vitest/config")).toBe("vitest");
});
