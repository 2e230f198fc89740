/** What is wrong with a document as XML, as far as drawings use it: elements that do not match, characters that are not escaped. */
export function xmlProblems(document: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  const tags = /<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|[^<]+|./gis;
  for (const [all, closing, name, , empty] of document.matchAll(tags)) {
    if (name === undefined) {
      if (all === "<" || /&(?!(?:amp|lt|gt|quot|#39);)/.test(all)) problems.push(`stray ${all.slice(0, 40)}`);
    } else if (closing) {
      if (open.pop() !== name) problems.push(`unmatched </${name}>`);
    } else if (!empty) open.push(name);
  }
  return [...problems, ...open.map((name) => `unclosed <${name}>`)];
}

/** All numbers that a drawing's attributes hold which are not numbers. */
export function notNumbers(document: string): string[] {
  return document.match(/"[^"]*\b(?:NaN|undefined|Infinity|null)\b[^"]*"/g) ?? [];
}
