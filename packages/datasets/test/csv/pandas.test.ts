import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { python, pythonPath } from "@onsager/tooling/testing";
import { expect, test } from "vitest";
import { rowsFromTable, tableFromRows, writeCsv } from "../../src/index.ts";

const script = join(import.meta.dirname, "../fixtures/pandas-read.py");
const hasPandas = spawnSync(pythonPath(), ["-c", "import pandas"]).status === 0;

test.runIf(hasPandas)("pandas reads what was written, to the last digit", () => {
  const table = tableFromRows(
    Array.from({ length: 200 }, (_, i) => ({
      x: Math.sin(i) * 10 ** ((i % 60) * 10 - 300),
      gap: i % 3 === 0 ? null : 1 / i,
      name: i % 5 === 0 ? null : `a "${i}",\nb`,
      good: i % 2 === 0,
    })),
  );
  const read = JSON.parse(python(script, [], writeCsv(table))) as Record<string, unknown[]>;
  expect(rowsFromTable(table)).toEqual(
    Array.from({ length: 200 }, (_, i) =>
      Object.fromEntries(Object.entries(read).map(([name, cells]) => [name, cells[i]])),
    ),
  );
});
