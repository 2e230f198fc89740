import { type NdArray, numericColumn, toFloat64 } from "@onsager/datasets";
import type { Matrix } from "@onsager/linalg";
import { UsageError } from "../usage-error.ts";
import { arrayOf, readFile } from "./read-file.ts";

/**
 * Reads a matrix: a two-dimensional array, or all columns of a table, in float64.
 *
 * @param file - `.npy`, `.npz`, `.csv` or `.parquet`
 * @param key - of the array in a `.npz` file; may be left out where there is one
 * @throws UsageError for a file that holds no finite matrix
 */
export async function readMatrix(file: string, key?: string): Promise<Matrix> {
  const content = await readFile(file);
  const matrix =
    "table" in content ? fromColumns(content.table) : fromArray(file, arrayOf(file, content.arrays, key));
  const bad = matrix.data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const [row, col] = [Math.floor(bad / matrix.cols), bad % matrix.cols];
    throw new UsageError(
      `${file} must hold finite numbers, got ${matrix.data[bad]} in row ${row}, column ${col}`,
    );
  }
  return matrix;
}

function fromArray(file: string, array: NdArray): Matrix {
  const [rows, cols, ...more] = array.shape;
  if (rows === undefined || cols === undefined || more.length > 0 || rows * cols === 0) {
    throw new UsageError(`${file} must hold a matrix, got an array of shape (${array.shape.join(", ")})`);
  }
  return { rows, cols, data: toFloat64(array) };
}

function fromColumns(table: Parameters<typeof numericColumn>[0]): Matrix {
  const columns = Object.keys(table.columns).map((name) => numericColumn(table, name));
  const [rows, cols] = [table.rows, columns.length];
  const data = new Float64Array(rows * cols);
  columns.forEach((column, j) => {
    column.forEach((value, i) => {
      data[i * cols + j] = value;
    });
  });
  return { rows, cols, data };
}
