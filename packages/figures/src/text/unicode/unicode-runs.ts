import type { Run } from "../run.ts";
import { scripts } from "../text-runs.ts";
import { doubleStruck, italic } from "./letters.ts";
import { accents, operators, relations, spaces, symbols } from "./symbols.ts";

/** What is left to read of a formula. */
interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

type Style = (character: string) => string;

const upright: Style = (character) => character;
const styles: Readonly<Record<string, Style>> = {
  mathbb: doubleStruck,
  mathbf: upright,
  mathrm: upright,
  mathsf: upright,
  operatorname: upright,
  text: upright,
  textrm: upright,
};

/**
 * A formula in Unicode characters with raised and lowered parts, as it is drawn where nothing typesets LaTeX.
 *
 * Unknown commands are written by their names; nothing is refused.
 *
 * @param latex - LaTeX without dollar signs
 */
export function unicodeRuns(latex: string): Run[] {
  const tokens = latex.match(/\\(?:[a-zA-Z]+|.)|\s+|./gsu) ?? [];
  const reader = { tokens, at: 0 };
  const runs: Run[] = [];
  while (reader.at < tokens.length) runs.push(...group(reader, italic), ...stray(reader));
  return joined(runs);
}

/** A closing brace without its opening one is left out. */
function stray(reader: Reader): Run[] {
  reader.at++;
  return [];
}

/** Everything up to a closing brace or the end. */
function group(reader: Reader, style: Style): Run[] {
  const runs: Run[] = [];
  while (reader.at < reader.tokens.length && reader.tokens[reader.at] !== "}")
    runs.push(...atom(reader, style, runs));
  return runs;
}

/** One token with its argument, after what was written before it. */
function atom(reader: Reader, style: Style, before: readonly Run[]): Run[] {
  const token = reader.tokens[reader.at++] ?? "";
  if (token === "{") return braced(reader, style);
  if (token === "^") return script(argument(reader, style), scripts.superscript);
  if (token === "_") return script(argument(reader, style), scripts.subscript);
  if (/^\s/.test(token)) return style === italic ? [] : [{ text: " " }];
  if (token === "'") return [{ text: "′" }];
  return token.startsWith("\\") ? command(token.slice(1), reader, style, before) : sign(token, style, before);
}

function braced(reader: Reader, style: Style): Run[] {
  const runs = group(reader, style);
  reader.at++;
  return runs;
}

function argument(reader: Reader, style: Style): Run[] {
  while (/^\s/.test(reader.tokens[reader.at] ?? "")) reader.at++;
  return reader.at < reader.tokens.length && reader.tokens[reader.at] !== "}" ? atom(reader, style, []) : [];
}

function script(runs: readonly Run[], { scale, raise }: { scale: number; raise: number }): Run[] {
  return runs.map((run) => ({
    ...run,
    scale: scale * (run.scale ?? 1),
    raise: raise + scale * (run.raise ?? 0),
  }));
}

function command(name: string, reader: Reader, style: Style, before: readonly Run[]): Run[] {
  if (Object.hasOwn(symbols, name)) return sign(symbols[name]!, style, before);
  if (Object.hasOwn(spaces, name)) return [{ text: spaces[name]! }];
  if (Object.hasOwn(styles, name)) return argument(reader, styles[name]!);
  if (Object.hasOwn(accents, name))
    return [...argument(reader, style), { text: accents[name]!, accent: true }];
  if (/^[dt]?frac$/.test(name)) {
    const [above, below] = [argument(reader, style), argument(reader, style)];
    return [...bracketed(above), { text: "/" }, ...bracketed(below)];
  }
  if (name === "sqrt") return [{ text: "√" }, ...bracketed(argument(reader, style))];
  return /^([^a-z]|left|right|math(cal|it)|displaystyle|[bB]igg?[lr]?)$/i.test(name) ? [] : [{ text: name }];
}

function bracketed(runs: readonly Run[]): readonly Run[] {
  const length = runs.reduce((sum, { text }) => sum + [...text].length, 0);
  return length > 1 ? [{ text: "(" }, ...runs, { text: ")" }] : runs;
}

function sign(character: string, style: Style, before: readonly Run[]): Run[] {
  const shown = character === "-" && style === italic ? "−" : style(character);
  const last = before.at(-1)?.text.at(-1) ?? "";
  const infix = operators.has(shown) && !["", " ", "(", "[", ","].includes(last);
  if (style !== italic || !(relations.has(shown) || infix)) return [{ text: shown }];
  return [{ text: ` ${shown} ` }];
}

/** Neighbours of the same size and height as one run, with one space where two would stand. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last === undefined || last.accent || run.accent || !alike(last, run)) all.push(run);
    else all[all.length - 1] = { ...last, text: (last.text + run.text).replace(/ {2}/g, " ") };
  }
  return all;
}

function alike(a: Run, b: Run): boolean {
  return (a.scale ?? 1) === (b.scale ?? 1) && (a.raise ?? 0) === (b.raise ?? 0);
}
