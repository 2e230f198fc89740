import { join } from "node:path";
import ts from "typescript";

/** The type errors of example files, as `line: message` with lines from 1, by file. */
export function typeErrors(workspace: string, files: readonly string[]): Map<string, string[]> {
  const program = ts.createProgram(files, compilerOptions(workspace));
  return new Map(files.map((file) => [file, errorsOf(program, file)]));
}

function compilerOptions(workspace: string): ts.CompilerOptions {
  const config = {
    extends: join(workspace, "tooling/tsconfig/base.json"),
    compilerOptions: {
      lib: ["ES2023", "DOM"],
      types: ["node"],
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
    files: [],
  };
  return ts.parseJsonConfigFileContent(config, ts.sys, workspace).options;
}

function errorsOf(program: ts.Program, file: string): string[] {
  const source = program.getSourceFile(file);
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return found.map(({ file: where, start, messageText }) => {
    const line =
      where === undefined || start === undefined ? 1 : where.getLineAndCharacterOfPosition(start).line + 1;
    return `${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
