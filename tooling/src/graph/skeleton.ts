import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Member } from "../workspace.ts";

const required = ["README.md", "package.json", "tsconfig.json", "tsup.config.ts", "src/index.ts"];

/** The files that say the same in every package: what they hold is the template of that name. */
const identical = ["tsconfig.json", "tsup.config.ts"];
/** Likewise, in the packages that have them: packages of a tier do not know one another, and say the same in the same words. */
const identicalWhereThere = ["src/argument-checks.ts"];

const templates = "tooling/templates/package";

/** The files that a package lacks, and those that differ from the skeleton of all packages or, for the types of Node's own modules, of those that `usesNode`. */
export function skeletonProblems(workspace: string, { path, folder }: Member, usesNode = false): string[] {
  const template = (file: string): string => {
    const text = read(workspace, `${templates}/${file}.template`);
    return usesNode ? text.replace("tsconfig/universal.json", "tsconfig/node.json") : text;
  };
  const missing = required.filter((file) => !existsSync(join(folder, file)));
  const present = identicalWhereThere.filter((file) => existsSync(join(folder, file)));
  const different = [...identical, ...present]
    .filter((file) => !missing.includes(file))
    .filter((file) => read(folder, file) !== template(file));
  return [
    ...missing.map((file) => `${path}: ${file} must exist`),
    ...different.map((file) => `${path}/${file}: content must equal ${templates}/${file}.template`),
    ...(missing.includes("src/index.ts")
      ? []
      : indexProblems(`${path}/src/index.ts`, read(folder, "src/index.ts"))),
    ...(missing.includes("README.md") ? [] : readmeProblems(`${path}/README.md`, read(folder, "README.md"))),
  ];
}

/** `src/index.ts` is a table of contents: lines `export ... from "./file.ts"` and nothing else. */
export function indexProblems(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => !(ts.isExportDeclaration(statement) && isOutline(statement)))
    .map((statement) => {
      const line = source.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
      return `${file}:${line}: index must hold export lines only, got ${firstLine(statement.getText())}`;
    });
}

function isOutline(statement: ts.ExportDeclaration): boolean {
  const empty =
    statement.exportClause !== undefined &&
    ts.isNamedExports(statement.exportClause) &&
    statement.exportClause.elements.length === 0;
  return statement.moduleSpecifier !== undefined || empty;
}

function readmeProblems(file: string, text: string): string[] {
  return /^```ts\n/m.test(text) ? [] : [`${file}: README must have a runnable \`\`\`ts example, got none`];
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] as string;
}
