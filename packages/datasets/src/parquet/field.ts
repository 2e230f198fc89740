import type { SchemaElement } from "hyparquet";
import type { Refuse } from "../refuse.ts";
import { repeated } from "../repeated.ts";
import type { Cell } from "../table.ts";
import type { Stored } from "./plain.ts";
import { textOfDate, textOfTime } from "./time.ts";

/** A column as a Parquet schema describes it. */
export interface Field {
  readonly name: string;
  readonly type: NonNullable<SchemaElement["type"]>;
  /** Whether cells may be missing. */
  readonly optional: boolean;
  /** What a stored value means. */
  meaning(value: Stored): Cell;
}

type Meaning = (value: Stored) => Cell;

const itself: Meaning = (value) => value;
const unsigned: Meaning = (value) =>
  typeof value === "bigint" ? BigInt.asUintN(64, value) : Number(value) >>> 0;

/** The columns of a flat schema; lists, maps and structs are refused. */
export function fieldsOf(schema: readonly SchemaElement[], refuse: Refuse): readonly Field[] {
  const [root, ...leaves] = schema;
  const flat =
    root !== undefined && root.num_children === leaves.length && leaves.every((leaf) => isFlat(leaf));
  if (!flat || leaves.length === 0)
    refuse(
      "have columns of single values, no lists, maps or structs",
      schema.map(({ name }) => name).join(", "),
    );
  const twice = repeated(leaves.map(({ name }) => name));
  if (twice !== undefined) refuse("name each column once", twice);
  return leaves.map((leaf) => fieldOf(leaf, refuse));
}

function isFlat({ name, type, num_children, repetition_type }: SchemaElement): boolean {
  const single = repetition_type === "REQUIRED" || repetition_type === "OPTIONAL";
  return typeof name === "string" && type !== undefined && !num_children && single;
}

function fieldOf(element: SchemaElement, refuse: Refuse): Field {
  const { name, type, repetition_type } = element;
  const meaning = meaningOf(element, refuse);
  const kind = [type, element.logical_type?.type ?? element.converted_type]
    .filter((part) => part !== undefined)
    .join(" ");
  if (!type || !meaning)
    refuse("have columns of numbers, texts, truth values and times", `${name} of ${kind}`);
  return { name, type, optional: repetition_type === "OPTIONAL", meaning };
}

function meaningOf(element: SchemaElement, refuse: Refuse): Meaning | undefined {
  const { type, logical_type: logical, converted_type: converted } = element;
  const annotation = logical?.type ?? converted;
  switch (type) {
    case "BOOLEAN":
    case "FLOAT":
    case "DOUBLE":
      return annotation === undefined || annotation === "NULL" ? itself : undefined;
    case "BYTE_ARRAY":
      return annotation === undefined || /^(?:STRING|UTF8|ENUM|JSON|NULL)$/.test(annotation)
        ? itself
        : undefined;
    case "FIXED_LEN_BYTE_ARRAY":
      return annotation === "FLOAT16" && element.type_length === 2 ? itself : undefined;
    case "INT32":
    case "INT64":
      return integerMeaning(element, annotation, refuse);
    default:
      return undefined;
  }
}

function integerMeaning(
  { type, logical_type: logical }: SchemaElement,
  annotation: string | undefined,
  refuse: Refuse,
): Meaning | undefined {
  if (logical?.type === "INTEGER") return logical.isSigned ? itself : unsigned;
  if (annotation === undefined || annotation === "NULL" || annotation.startsWith("INT_")) return itself;
  if (annotation.startsWith("UINT_")) return unsigned;
  if (annotation === "DATE") return (value) => textOfDate(value, refuse);
  if (type !== "INT64" || !annotation.startsWith("TIMESTAMP")) return undefined;
  const unit = logical?.type === "TIMESTAMP" ? logical.unit : annotation.slice("TIMESTAMP_".length);
  const zone = logical?.type === "TIMESTAMP" && !logical.isAdjustedToUTC ? "" : "Z";
  return (value) => textOfTime(value, unit, zone, refuse);
}
