import ts from "typescript";

type Implementation = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

/** An exported function and what its doc comment says. */
export interface Documented {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly summary: string;
  /** The names of its parameters; empty where one is a pattern and has no name. */
  readonly parameters: readonly string[];
  readonly documented: readonly string[];
  /** Whether the function throws by itself or calls a check of its arguments. */
  readonly throws: boolean;
  readonly documentsThrows: boolean;
}

/** The functions that the entry of a program exports. */
export function documentedFunctions(program: ts.Program): Documented[] {
  const checker = program.getTypeChecker();
  const exported = program
    .getRootFileNames()
    .flatMap((file) => exportsOf(checker, program.getSourceFile(file)))
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
  return exported.flatMap((symbol) => {
    const declaration = symbol.declarations?.find((node) => implementationOf(node) !== undefined);
    return declaration === undefined ? [] : [describe(checker, symbol, declaration)];
  });
}

function describe(checker: ts.TypeChecker, symbol: ts.Symbol, declaration: ts.Declaration): Documented {
  const source = declaration.getSourceFile();
  const { parameters } = implementationOf(declaration) as Implementation;
  const body = bodyOf(symbol);
  const tags = ts.getJSDocTags(declaration);
  return {
    name: symbol.name,
    file: source.fileName,
    line: source.getLineAndCharacterOfPosition(declaration.getStart()).line + 1,
    summary: ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(),
    parameters: parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : "options")),
    documented: tags.filter((tag) => ts.isJSDocParameterTag(tag)).map((tag) => tag.name.getText()),
    throws: body !== undefined && (throwsDirectly(body) || callsCheck(body)),
    documentsThrows: tags.some(({ tagName }) => tagName.text === "throws"),
  };
}

/** Checks of arguments have names that say so: `requireInteger`, `reject`. */
function callsCheck(implementation: Implementation): boolean {
  return someOwn(
    implementation,
    (node) => ts.isCallExpression(node) && /^(require|reject)[A-Z]*/.test(node.expression.getText()),
  );
}

function throwsDirectly(implementation: Implementation): boolean {
  return someOwn(implementation, (node) => ts.isThrowStatement(node));
}

/** Whether a node of the function's own body, outside of functions in it, is of a kind. */
function someOwn(implementation: Implementation, test: (node: ts.Node) => boolean): boolean {
  const visit = (node: ts.Node): boolean =>
    test(node) ||
    (!ts.isFunctionLike(node) && ts.forEachChild(node, (child) => visit(child) || undefined) === true);
  return implementation.body !== undefined && visit(implementation.body);
}

/** The declaration with the body, which is the last one of an overloaded function. */
function bodyOf(symbol: ts.Symbol): Implementation | undefined {
  return symbol.declarations
    ?.map(implementationOf)
    .find((implementation) => implementation?.body !== undefined);
}

function implementationOf(node: ts.Declaration): Implementation | undefined {
  if (ts.isFunctionDeclaration(node)) return node;
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return undefined;
  const { initializer } = node;
  return ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer) ? initializer : undefined;
}

function exportsOf(checker: ts.TypeChecker, source: ts.SourceFile | undefined): ts.Symbol[] {
  const module = source && checker.getSymbolAtLocation(source);
  return module === undefined ? [] : checker.getExportsOfModule(module);
}
