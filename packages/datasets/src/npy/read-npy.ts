import { budgetOf, type Limits } from "../limits.ts";
import type { NdArray } from "../nd-array.ts";
import { refusal, requireBytes } from "../refuse.ts";
import { parseNpy } from "./parse-npy.ts";

/**
 * Reads an array that NumPy wrote with `np.save`.
 *
 * All versions of the format (1.0, 2.0, 3.0), both byte orders, both memory orders, any shape, also () and with lengths of 0. Booleans,
 * integers of 8 to 64 bits and floats of 16, 32 and 64 bits are read exactly. Objects (which are pickled, and a pickle may run any
 * code), texts, complex and structured types are refused, as is a file that is longer or shorter than its header says.
 *
 * @param bytes - the file
 * @param limits - most bytes that the data may take
 * @returns shape, entries in row-major order and their type
 * @throws TypeError or RangeError that says what is wrong with the file
 * @see N. J. Smith and the NumPy developers, NEP 1: A simple file format for NumPy arrays
 */
export function readNpy(bytes: Uint8Array, limits: Limits = {}): NdArray {
  return parseNpy(requireBytes("readNpy", bytes), budgetOf("readNpy", limits), refusal("readNpy", "bytes"));
}
