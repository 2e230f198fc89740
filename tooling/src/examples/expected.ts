import ts from "typescript";

/**
 * The lines that an example says it prints: the comment at the end of each `console.log(...)`, and the lines of
 * comment right below it. Undefined when the example promises nothing.
 */
export function expectedOutput(code: string): string[] | undefined {
  const lines = code.split("\n");
  const expected = logEnds(code).flatMap((line) => {
    const beside = /^\/\/ ?(.*)$/.exec(commentOf(lines[line] as string))?.[1];
    const below = lines.slice(line + 1);
    const count = below.findIndex((text) => !/^\s*\/\//.test(text));
    const comments = below
      .slice(0, count === -1 ? undefined : count)
      .map((text) => text.replace(/^\s*\/\/ ?/, ""));
    return beside === undefined ? comments : [beside, ...comments];
  });
  return expected.length === 0 ? undefined : expected;
}

/** The lines, from 0, on which the statements `console.log(...)` end. */
function logEnds(code: string): number[] {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const ends: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === "console.log") {
      ends.push(source.getLineAndCharacterOfPosition(node.getEnd()).line);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return ends;
}

/** The comment at the end of a line, where `//` inside a string is none. */
function commentOf(line: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, line);
  let token = scanner.scan();
  while (token !== ts.SyntaxKind.EndOfFileToken && token !== ts.SyntaxKind.SingleLineCommentTrivia) {
    token = scanner.scan();
  }
  return token === ts.SyntaxKind.SingleLineCommentTrivia ? scanner.getTokenText() : "";
}
