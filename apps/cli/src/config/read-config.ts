import { readFileSync } from "node:fs";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { core } from "zod";
import { nearest } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";
import { type Config, configFields, configSchema } from "./schema.ts";

/**
 * Reads a configuration, YAML or JSON.
 *
 * @param file - its path
 * @throws UsageError with file, line, column, the path of the field and what it may be, for every field that is wrong
 */
export function readConfig(file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines, maxAliasCount: 0 } as object);
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [syntax] = document.errors;
  if (syntax !== undefined) throw new UsageError(`${place(syntax.pos[0])} ${syntax.message.split("\n")[0]}`);
  const parsed = configSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${place(offsetOf(document, issue))} ${messageOf(issue)}`,
  );
  throw new UsageError(problems.join("\n"));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** Where in the text the field of an issue is, or the nearest one above it that is there. */
function offsetOf(document: Document, issue: core.$ZodIssue): number {
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...unknown] as (string | number)[];
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function messageOf(issue: core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    const [key] = issue.keys as [string];
    const guess = issue.path.length === 0 ? nearest(key, configFields) : undefined;
    const help = guess === undefined ? `one of ${configFields.join(", ")}` : `did you mean ${guess}?`;
    return `${[...issue.path, key].join(".")}: unknown field; ${help}`;
  }
  return `${issue.path.join(".") || "the file"}: ${issue.message}`;
}
