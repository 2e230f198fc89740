import { posix } from "node:path";
import ts from "typescript";

interface Insertion {
  readonly at: number;
  readonly text: string;
}

export interface Registration {
  /** The name that the member's file exports. */
  readonly name: string;
  /** The member's file as the index imports it, such as `./relu.ts`. */
  readonly from: string;
  /** What stands for the member in the list, mostly its name. */
  readonly entry: string;
}

/** A family's index with one more member: imported, exported, and last in the list. */
export function registerMember(file: string, text: string, { name, from, entry }: Registration): string {
  const source = parse(file, text);
  const list = findList(source);
  if (list === undefined) {
    throw new Error(`new: ${file} must have a list "export const NAME: readonly TYPE[] = [...]", found none`);
  }
  const insertions = [
    insertImport(source, `import { ${name} } from "${from}";\n`),
    insertExport(source, name, from),
    appendElement(list, entry),
  ];
  return apply(text, insertions);
}

/** A package's index in which the line that names the family's members names one more; as it was, when it exports `*`. */
export function exportMember(file: string, text: string, name: string, family: string): string {
  const source = parse(file, text);
  const line = source.statements.find(
    (statement): statement is ts.ExportDeclaration =>
      ts.isExportDeclaration(statement) &&
      isFrom(statement, `./${posix.relative("src", family)}/index.ts`, false),
  );
  if (line === undefined)
    throw new Error(`new: ${file} must export from ./${posix.relative("src", family)}/index.ts`);
  if (line.exportClause === undefined || !ts.isNamedExports(line.exportClause)) return text;
  return apply(text, [appendTo(line.exportClause.elements, name, line.exportClause.getStart() + 1)]);
}

function insertImport(source: ts.SourceFile, line: string): Insertion {
  const last = source.statements.findLast((statement) => ts.isImportDeclaration(statement));
  const at = last === undefined ? (source.statements[0]?.getStart() ?? 0) : afterLine(source, last);
  return { at, text: line };
}

function insertExport(source: ts.SourceFile, name: string, from: string): Insertion {
  const exports = source.statements.filter((statement) => ts.isExportDeclaration(statement));
  const named = exports.find(({ exportClause, moduleSpecifier, isTypeOnly }) => {
    return (
      exportClause !== undefined &&
      ts.isNamedExports(exportClause) &&
      moduleSpecifier === undefined &&
      !isTypeOnly
    );
  });
  if (named !== undefined) {
    const clause = named.exportClause as ts.NamedExports;
    return appendTo(clause.elements, name, clause.getStart() + 1);
  }
  const last = exports.at(-1) ?? source.statements.findLast((statement) => ts.isImportDeclaration(statement));
  return {
    at: last === undefined ? 0 : afterLine(source, last),
    text: `export { ${name} } from "${from}";\n`,
  };
}

/** The array of the first exported constant that is declared as an array. */
function findList(source: ts.SourceFile): ts.ArrayLiteralExpression | undefined {
  return source.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(({ declarationList }) => declarationList.declarations)
    .map(({ initializer }) => initializer && unwrap(initializer))
    .find(
      (value): value is ts.ArrayLiteralExpression =>
        value !== undefined && ts.isArrayLiteralExpression(value),
    );
}

function unwrap(value: ts.Expression): ts.Expression {
  if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value)) {
    return unwrap(value.expression);
  }
  const freezes = ts.isCallExpression(value) && value.expression.getText() === "Object.freeze";
  return freezes && value.arguments[0] !== undefined ? unwrap(value.arguments[0]) : value;
}

function appendElement(list: ts.ArrayLiteralExpression, entry: string): Insertion {
  return appendTo(list.elements, entry, list.getStart() + 1);
}

function appendTo(elements: ts.NodeArray<ts.Node>, text: string, start: number): Insertion {
  const last = elements.at(-1);
  return last === undefined ? { at: start, text } : { at: last.getEnd(), text: `, ${text}` };
}

function isFrom(
  { moduleSpecifier, isTypeOnly }: ts.ExportDeclaration,
  from: string,
  typeOnly: boolean,
): boolean {
  return (
    moduleSpecifier !== undefined &&
    ts.isStringLiteral(moduleSpecifier) &&
    moduleSpecifier.text === from &&
    isTypeOnly === typeOnly
  );
}

function afterLine(source: ts.SourceFile, node: ts.Node): number {
  const next = source.text.indexOf("\n", node.getEnd());
  return next === -1 ? source.text.length : next + 1;
}

function apply(text: string, insertions: readonly Insertion[]): string {
  const fromTheEnd = insertions.toSorted((a, b) => b.at - a.at);
  return fromTheEnd.reduce(
    (edited, { at, text: added }) => edited.slice(0, at) + added + edited.slice(at),
    text,
  );
}

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}
