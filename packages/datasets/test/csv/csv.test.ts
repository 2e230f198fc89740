import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, readCsv, rowsFromTable, tableFromRows, writeCsv } from "../../src/index.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures", name));
const columns = (text: string) => readCsv(text).columns;

test("what pandas wrote is read to the last digit", () => {
  const expected = JSON.parse(fixture("pandas-table.json").toString()) as Record<string, Cell[]>;
  const { rows, columns } = readCsv(fixture("pandas-table.csv"));
  expect(rows).toBe(60);
  expect(columns[""]).toEqual(Float64Array.from({ length: 60 }, (_, i) => i + 1));
  expect(columns.n).toEqual(BigInt64Array.from(expected.n as string[], BigInt));
  expect(columns.limit).toEqual(Float64Array.from(expected.limit!, Number));
  for (const name of ["gap", "converged", "name"]) expect(columns[name]).toEqual(expected[name]);
  expect(columns.error).toEqual(Float64Array.from(expected.error as number[]));
});

test("every number comes back exactly", () => {
  fc.assert(
    fc.property(fc.array(fc.double(), { minLength: 1 }), (numbers) => {
      const table = { rows: numbers.length, columns: { x: Float64Array.from(numbers) } };
      expect(readCsv(writeCsv(table))).toEqual(table);
    }),
    { seed: 1, examples: [[[-0, 1e20, 2 ** 53, Number.NaN, Number.NEGATIVE_INFINITY, 5e-324]]] },
  );
});

test("texts with delimiters, quotes and line feeds come back, alone and among others", () => {
  const letters = fc.string({
    unit: fc.constantFrom('"', ",", ";", "\n", "\t", " ", "x", "é", "1"),
    minLength: 1,
    maxLength: 9,
  });
  const text = letters.map((string) => `t${string}`);
  fc.assert(
    fc.property(fc.array(fc.record({ name: text, other: text }), { minLength: 1 }), (rows) => {
      expect(rowsFromTable(readCsv(writeCsv(tableFromRows(rows))))).toEqual(rows);
      const alone = rows.map(({ name }) => ({ name }));
      expect(rowsFromTable(readCsv(writeCsv(tableFromRows(alone))))).toEqual(alone);
    }),
    { seed: 1 },
  );
});

test("missing cells stay missing", () => {
  const table = tableFromRows([
    { a: 1, b: null },
    { a: null, b: "x" },
    { a: 3, b: "y" },
  ]);
  expect(writeCsv(table)).toBe("a,b\n1,\n,x\n3,y\n");
  expect(readCsv(writeCsv(table))).toEqual(table);
  const alone = tableFromRows([{ a: 1 }, { a: null }]);
  expect(readCsv(writeCsv(alone))).toEqual(alone);
});

test("integers beyond 2^53 are exact where all of the column are whole", () => {
  expect(columns("n\n9007199254740993\n-2\n").n).toEqual(BigInt64Array.of(9007199254740993n, -2n));
  expect(columns("n\n9007199254740993\n\n0.5\n").n).toEqual(Float64Array.of(2 ** 53, 0.5));
  expect(columns("n\n99999999999999999999\n1\n").n).toEqual(Float64Array.of(1e20, 1));
});

test("numbers, truth values and texts are told apart", () => {
  expect(columns("a\n+1\n .5\n2.e3\n-inf\n NaN\n+Infinity\n").a).toEqual(
    Float64Array.of(1, 0.5, 2000, Number.NEGATIVE_INFINITY, Number.NaN, Number.POSITIVE_INFINITY),
  );
  expect(columns("a\nTrue\nFALSE\nNA\n").a).toEqual([true, false, null]);
  expect(columns("a\nconstructor\n1\n").a).toEqual(["constructor", "1"]);
  expect(columns("a,b\n,1\nNA,1\n").a).toEqual([null, null]);
});

test("a byte order mark, other line ends and blank lines are left out", () => {
  const expected = { rows: 2, columns: { a: Float64Array.of(1, 3), b: ["x", "y"] } };
  expect(readCsv("\ufeffa,b\r\n1,x\r\n\r\n3,y\r\n")).toEqual(expected);
  expect(readCsv(new TextEncoder().encode("\ufeffa,b\n1,x\n3,y"))).toEqual(expected);
});

test("semicolons and tabs are seen in the header line", () => {
  expect(columns("a;b\n1;2\n")).toEqual({ a: Float64Array.of(1), b: Float64Array.of(2) });
  expect(columns('"a;b"\tc\n1\t2\n')).toEqual({ "a;b": Float64Array.of(1), c: Float64Array.of(2) });
  expect(readCsv("a;b\n1;2\n", { delimiter: "," }).columns).toEqual({ "a;b": ["1;2"] });
});

test("a header alone is a table of no rows", () => {
  expect(readCsv("a,b\n")).toEqual({ rows: 0, columns: { a: new Float64Array(0), b: new Float64Array(0) } });
});

test("names are no keys of the language", () => {
  expect(Object.keys(columns("__proto__,constructor\n1,2\n"))).toEqual(["__proto__", "constructor"]);
});

test("large files of one kind of mischief take no longer than others", () => {
  const n = 100_000;
  const texts = [
    `a,b\n${'"a"b,'.repeat(n)}`,
    `a\n${"1".repeat(n)}x\n`,
    `a\n${"1".repeat(n)}\n`,
    `a\n1${" ".repeat(n)}x\n`,
  ];
  for (const text of texts) expect(() => readCsv(text)).toSatisfy((read: () => unknown) => tried(read));
});

function tried(read: () => unknown): boolean {
  try {
    read();
  } catch (error) {
    return error instanceof TypeError;
  }
  return true;
}

test.each([
  ["an empty file", "", "have a header line"],
  ["an open quote", 'a\n"x', "have quotes around whole cells"],
  ["a quote within a cell", 'a\n"x"y\n', "have quotes around whole cells"],
  ["a name that comes twice", "a,b,a\n1,2,3\n", "name each column once"],
  ["a line with too many cells", "a,b\n1,2\n1,2,3\n", "have 2 cells in line 3"],
  ["a line with too few cells", "a,b\n1\n", "have 2 cells in line 2"],
  ["a zero byte", "a\n\0\n", "be text"],
  ["other bytes", Uint8Array.of(0x61, 0xff), "be text in UTF-8"],
  ["what is no text", 3 as never, "be a text or a Uint8Array"],
])("refuses %s", (_, file, rule) => {
  expect(() => readCsv(file)).toThrow(`readCsv: file must ${rule}`);
});

test("refuses what is beyond the limit, and other delimiters", () => {
  expect(() => readCsv("a\n1\n2\n", { maxBytes: 64 })).toThrow(
    "readCsv: decoded data must take at most maxBytes = 64 bytes",
  );
  expect(() => readCsv("a|b\n", { delimiter: "|" as never })).toThrow(
    "readCsv: delimiter must be a comma, a semicolon or a tab",
  );
});
