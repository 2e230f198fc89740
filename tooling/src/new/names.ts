import ts from "typescript";

/** The spellings of a member's name that a template may ask for. */
export interface Names {
  readonly kebab: string;
  readonly camel: string;
  readonly pascal: string;
}

/** The spellings of a kebab-case name; an error when it cannot name a file and a variable. */
export function names(kebab: string): Names {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kebab)) {
    throw new RangeError(
      `new: name must be in kebab-case, such as soft-threshold, got ${JSON.stringify(kebab)}`,
    );
  }
  const camel = kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  if (kebab === "index" || isReserved(camel)) {
    throw new RangeError(`new: name must not be a reserved word, got ${kebab}`);
  }
  return { kebab, camel, pascal: (camel[0] as string).toUpperCase() + camel.slice(1) };
}

function isReserved(word: string): boolean {
  const token = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, word).scan();
  const keyword = token >= ts.SyntaxKind.FirstReservedWord && token <= ts.SyntaxKind.LastFutureReservedWord;
  return keyword || ["await", "arguments", "eval", "undefined"].includes(word);
}

/** Puts a member's name wherever a text says `__name__`, `__Name__` or `__kebab__`. */
export function fill(text: string, { kebab, camel, pascal }: Names, description = ""): string {
  return text
    .replaceAll("__name__", camel)
    .replaceAll("__Name__", pascal)
    .replaceAll("__kebab__", kebab)
    .replaceAll("__description__", description);
}
