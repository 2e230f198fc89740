import {
  readCsv,
  readNpz,
  readParquet,
  rowsFromTable,
  tableFromRows,
  writeCsv,
  writeNpz,
  writeParquet,
} from "../../src/index.ts";

/** What each format makes of the same values: its bytes, and what comes back. */
export async function roundTrips(): Promise<Record<string, unknown>> {
  const table = tableFromRows(
    Array.from({ length: 50 }, (_, i) => ({
      n: i,
      x: Math.sqrt(i) / 3,
      name: i % 4 === 0 ? null : `é "${i}"`,
      good: i % 2 === 0,
    })),
  );
  const npz = writeNpz(
    {
      x: Float64Array.of(1, -0.1, 1e300),
      half: { shape: [2], data: Float32Array.of(0.1, 3), dtype: "float16" },
    },
    { compress: true },
  );
  const parquet = writeParquet(table);
  const arrays = Object.values(readNpz(npz)).map(({ shape, data, dtype }) => ({
    shape,
    dtype,
    data: Array.from(data as Float64Array),
  }));
  return {
    npz: Array.from(npz),
    arrays,
    csv: writeCsv(table),
    fromCsv: rowsFromTable(readCsv(new TextEncoder().encode(writeCsv(table)))),
    parquet: Array.from(parquet),
    fromParquet: rowsFromTable(await readParquet(parquet)),
  };
}
