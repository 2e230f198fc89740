import { join, relative, sep } from "node:path";
import ts from "typescript";
import { type Documented, documentedFunctions } from "./functions.ts";

/** The exported functions of a package's index whose doc comment breaks a rule, as `file:line: function: rule, got value`. */
export function commentProblems(workspace: string, folder: string): string[] {
  const program = ts.createProgram([join(folder, "src/index.ts")], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ["@onsager/source"],
    allowImportingTsExtensions: true,
    noEmit: true,
    noLib: true,
    types: [],
  });
  return documentedFunctions(program).flatMap((found) => {
    const { file, line } = found;
    const where = `${relative(workspace, file).split(sep).join("/")}:${line}: ${found.name}`;
    return rulesBroken(found).map((problem) => `${where}: ${problem}`);
  });
}

function rulesBroken(found: Documented): string[] {
  const { summary, parameters, documented, throws, documentsThrows } = found;
  const problems: string[] = [];
  if (summary === "") problems.push("doc comment must begin with a summary, got none");
  const same =
    parameters.length === documented.length && parameters.every((name, i) => name === documented[i]);
  if (documented.length > 0 && !same) {
    problems.push(
      `@param must name ${parameters.join(", ") || "nothing"} in this order, got ${documented.join(", ")}`,
    );
  }
  if (throws && !documentsThrows)
    problems.push("doc comment must have @throws, as the function throws; got none");
  return problems;
}
