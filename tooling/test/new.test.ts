import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { graphProblems } from "../src/graph/problems.ts";
import { type Changes, commit } from "../src/new/changes.ts";
import { findKind, findKinds, unknownKind } from "../src/new/kinds.ts";
import { memberChanges } from "../src/new/member.ts";
import { fill, names } from "../src/new/names.ts";
import { packageChanges } from "../src/new/package.ts";
import { exportMember, registerMember } from "../src/new/register.ts";
import { demoWorkspace } from "./workspace.ts";

const template = `// family: src/rules
import type { Rule } from "../rule.ts";

/** The __kebab__ rule. */
export const __name__: Rule = { name: "__kebab__" };
`;

const list = `import type { Rule } from "../rule.ts";
import { first } from "./first.ts";

export { first };
export const rules: readonly Rule[] = [first];
`;

const family = {
  "packages/base/templates/rule.ts.template": template,
  "packages/base/src/rules/index.ts": list,
  "packages/base/src/index.ts": 'export { first, rules } from "./rules/index.ts";\n',
};

describe("a name", () => {
  test("has three spellings", () => {
    expect(fill("__name__ __Name__ __kebab__", names("soft-threshold"))).toBe(
      "softThreshold SoftThreshold soft-threshold",
    );
  });

  test("is refused when it cannot name a file and a variable", () => {
    for (const bad of ["Erf", "soft_threshold", "2d", "a--b", "", "-a"]) {
      expect(() => names(bad)).toThrow(/new: name must be in kebab-case/);
    }
    for (const reserved of ["new", "let", "await", "index", "arguments"]) {
      expect(() => names(reserved)).toThrow(`new: name must not be a reserved word, got ${reserved}`);
    }
  });
});

test("a member may not take a name that its package exports", () => {
  const workspace = demoWorkspace(family);
  const [kind] = findKinds(workspace);
  expect(() => memberChanges(workspace, kind!, names("rules"))).toThrow(
    "new: name must be new, got rules, which packages/base/src/rules/index.ts exports",
  );
});

describe("a kind", () => {
  test("is a template of a package", () => {
    const [kind] = findKinds(demoWorkspace(family));
    expect(kind).toMatchObject({
      name: "rule",
      home: "packages/base",
      family: "src/rules",
      entry: "__name__",
    });
    expect(kind?.template).toMatch(/^import type/);
  });

  test("that nothing writes gets the list of kinds, or the package it comes with", () => {
    const workspace = demoWorkspace(family);
    expect(unknownKind(workspace, "rul")).toBe("new: kind must be package, rule, got rul");
    expect(unknownKind(workspace, "prior")).toBe(
      "new: prior comes with the package amp, which has no template for it yet",
    );
  });

  test("of two packages must say which", () => {
    const workspace = demoWorkspace({ ...family, "packages/upper/templates/rule.ts.template": template });
    expect(findKind(workspace, "upper/rule")?.home).toBe("packages/upper");
    expect(() => findKind(workspace, "rule")).toThrow(
      "new: kind must say its package, base/rule or upper/rule, got rule",
    );
    expect(findKind(workspace, "other")).toBeUndefined();
  });

  test("must say where its members go", () => {
    const workspace = demoWorkspace({ "packages/base/templates/rule.ts.template": "export const a = 1;\n" });
    expect(() => findKinds(workspace)).toThrow(
      'the template of rule must begin with a line "// family: src/FOLDER"',
    );
  });
});

describe("a new member", () => {
  const changesFor = (name: string): Changes => {
    const workspace = demoWorkspace(family);
    const [kind] = findKinds(workspace);
    if (kind === undefined) throw new Error("no kind");
    return memberChanges(workspace, kind, names(name));
  };

  test("is written, listed and exported", () => {
    const changes = changesFor("second-one");
    expect(changes.get("packages/base/src/rules/second-one.ts")).toContain(
      'secondOne: Rule = { name: "second-one" }',
    );
    expect(changes.get("packages/base/src/rules/index.ts")).toBe(`import type { Rule } from "../rule.ts";
import { first } from "./first.ts";
import { secondOne } from "./second-one.ts";

export { first, secondOne };
export const rules: readonly Rule[] = [first, secondOne];
`);
    expect(changes.get("packages/base/src/index.ts")).toBe(
      'export { first, rules, secondOne } from "./rules/index.ts";\n',
    );
  });

  test("is refused when its file exists", () => {
    const workspace = demoWorkspace({ ...family, "packages/base/src/rules/first.ts": "" });
    const [kind] = findKinds(workspace);
    if (kind === undefined) throw new Error("no kind");
    expect(() => memberChanges(workspace, kind, names("first"))).toThrow(/new: name must be new, got first/);
  });
});

describe("registering", () => {
  const b = { name: "b", from: "./b.ts", entry: "b()" };

  test("keeps the form of the index: export from lines, calls in the list, an empty list", () => {
    const lines =
      'import { a } from "./a.ts";\n\nexport { a } from "./a.ts";\n\nexport const all = Object.freeze([\n  a(),\n]);\n';
    expect(registerMember("i.ts", lines, b)).toBe(
      'import { a } from "./a.ts";\nimport { b } from "./b.ts";\n\nexport { a } from "./a.ts";\nexport { b } from "./b.ts";\n\nexport const all = Object.freeze([\n  a(), b(),\n]);\n',
    );
    expect(registerMember("i.ts", "export const all: readonly A[] = [];\n", b)).toContain("= [b()];");
  });

  test("fails where there is no list", () => {
    expect(() => registerMember("i.ts", "export const a = 1;\n", b)).toThrow(/i\.ts must have a list/);
  });

  test("leaves an index alone that exports everything of the family", () => {
    const star = 'export * from "./rules/index.ts";\n';
    expect(exportMember("index.ts", star, "b", "src/rules")).toBe(star);
    expect(() => exportMember("index.ts", "", "b", "src/rules")).toThrow(
      "index.ts must export from ./rules/index.ts",
    );
  });
});

describe("a new package", () => {
  const options = { description: "Rules", tier: 1 };

  test("keeps to the table and to the template", () => {
    const workspace = demoWorkspace();
    commit(workspace, packageChanges(workspace, names("my-rules"), options));
    expect(graphProblems(workspace)).toEqual([]);
    expect(readFileSync(join(workspace, "packages/my-rules/src/my-rules.ts"), "utf8")).toContain(
      "myRules: not written yet",
    );
  });

  test("is refused when it exists, or its tier or description is wrong", () => {
    const workspace = demoWorkspace();
    expect(() => packageChanges(workspace, names("base"), options)).toThrow(
      /new: name must be new, got base/,
    );
    expect(() => packageChanges(workspace, names("b"), { ...options, tier: 4 })).toThrow(
      "new: tier must be 0, 1, 2 or 3, got 4",
    );
    expect(() => packageChanges(workspace, names("b"), { ...options, description: "A." })).toThrow(
      /new: description must be/,
    );
  });

  test("leaves nothing behind when a later step fails", () => {
    const workspace = demoWorkspace();
    const before = readFileSync(join(workspace, "tooling/graph.json"), "utf8");
    const fail = () => {
      throw new Error("no registry");
    };
    expect(() => commit(workspace, packageChanges(workspace, names("other"), options), fail)).toThrow(
      "no registry",
    );
    expect(existsSync(join(workspace, "packages/other"))).toBe(false);
    expect(readFileSync(join(workspace, "tooling/graph.json"), "utf8")).toBe(before);
  });
});
