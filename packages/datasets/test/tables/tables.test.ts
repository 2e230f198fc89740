import { expect, test } from "vitest";
import { numericColumn, rowsFromTable, tableFromRows, writeCsv } from "../../src/index.ts";

test("rows make a table and come back", () => {
  const rows = [
    { n: 1, name: "a", good: true, big: 2n ** 60n },
    { n: Number.NaN, name: "b", good: false, big: 1n },
  ];
  const table = tableFromRows(rows);
  expect(table).toEqual({
    rows: 2,
    columns: {
      n: Float64Array.of(1, Number.NaN),
      name: ["a", "b"],
      good: [true, false],
      big: BigInt64Array.of(2n ** 60n, 1n),
    },
  });
  expect(rowsFromTable(table)).toEqual(rows);
});

test("what a row lacks is missing; columns come in the order in which they are named first", () => {
  const table = tableFromRows([{ b: 1 }, { a: "x", b: 2 }]);
  expect(Object.keys(table.columns)).toEqual(["b", "a"]);
  expect(table.columns).toEqual({ b: Float64Array.of(1, 2), a: [null, "x"] });
});

test("large integers that are none become numbers, beside missing ones too", () => {
  expect(tableFromRows([{ a: 1n }, { a: 2n }]).columns.a).toEqual(Float64Array.of(1, 2));
  expect(tableFromRows([{ a: 1n }, { a: null }]).columns.a).toEqual([1, null]);
});

test("no rows are a table of nothing", () => {
  expect(tableFromRows([])).toEqual({ rows: 0, columns: {} });
  expect(rowsFromTable({ rows: 2, columns: {} })).toEqual([{}, {}]);
});

test("a column of numbers has NaN where a cell is missing, 0 and 1 for truth values", () => {
  const table = tableFromRows([
    { a: 1, b: true, c: "x", d: 2n ** 60n },
    { a: null, b: false, c: "y", d: 0n },
  ]);
  expect(numericColumn(table, "a")).toEqual(Float64Array.of(1, Number.NaN));
  expect(numericColumn(table, "b")).toEqual(Float64Array.of(1, 0));
  expect(numericColumn(table, "d")).toEqual(Float64Array.of(2 ** 60, 0));
  expect(() => numericColumn(table, "c")).toThrow('numericColumn: column c must hold numbers, got "x"');
  expect(() => numericColumn(table, "toString")).toThrow(
    'numericColumn: name must be a column (a, b, c, d), got "toString"',
  );
});

test("refuses cells of several kinds, and what is no cell", () => {
  expect(() => tableFromRows([{ a: 1 }, { a: "x" }])).toThrow(
    'tableFromRows: column a must hold cells of one kind, got "number, string"',
  );
  expect(() => tableFromRows([{ a: [1] as never }])).toThrow(
    "tableFromRows: column a must hold cells of one kind",
  );
  expect(() => tableFromRows(3 as never)).toThrow("tableFromRows: rows must be an array of records, got 3");
  expect(() => rowsFromTable({ rows: 2, columns: { a: [1] } })).toThrow(
    "rowsFromTable: column a must have 2 cells, got 1",
  );
  expect(() => writeCsv({ rows: 2, columns: { a: [1, "x"] } })).toThrow(
    "writeCsv: column a must hold cells of one kind",
  );
  expect(() => rowsFromTable({ rows: -1, columns: {} })).toThrow(RangeError);
  expect(() => rowsFromTable(null as never)).toThrow(
    "rowsFromTable: table must be a table of rows and columns",
  );
});
