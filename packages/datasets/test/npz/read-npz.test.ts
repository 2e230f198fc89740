import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readNpz, writeNpy, writeNpz } from "../../src/index.ts";

const file = writeNpy(Float64Array.of(1, 2, 3));
const zip = (files: Record<string, Uint8Array>) => zipSync(files, { level: 0 });

/** The archive with the bytes at an offset from the directory's first entry, or from the end, replaced. */
function patched(
  archive: Uint8Array,
  from: "directory" | "end",
  offset: number,
  bytes: readonly number[],
): Uint8Array {
  const out = archive.slice();
  const end = archive.length - 22;
  const start = from === "end" ? end : new DataView(archive.buffer).getUint32(end + 16, true);
  out.set(bytes, start + offset);
  return out;
}

test.each([false, true])("arrays come back by name and in order (deflated: %s)", (compress) => {
  const arrays = {
    zeta: { shape: [2, 2], data: Int32Array.of(1, -2, 3, -4), dtype: "int32" as const },
    alpha: new Float64Array(5000).fill(0.1),
    "in/folder": { shape: [], data: BigInt64Array.of(5n), dtype: "int64" as const },
  };
  const read = readNpz(writeNpz(arrays, { compress }));
  expect(Object.keys(read)).toEqual(Object.keys(arrays));
  expect(read).toEqual({ ...arrays, alpha: { shape: [5000], data: arrays.alpha, dtype: "float64" } });
});

test("the same arrays give the same bytes", () => {
  expect(writeNpz({ x: Float64Array.of(1) })).toEqual(writeNpz({ x: Float64Array.of(1) }));
});

test("an archive of nothing is one of no arrays", () => {
  expect(readNpz(writeNpz({}))).toEqual({});
});

test("names are no keys of the language", () => {
  const read = readNpz(zip({ "__proto__.npy": file, "constructor.npy": file }));
  expect(Object.keys(read)).toEqual(["__proto__", "constructor"]);
});

test("only arrays that are asked for are read", () => {
  const text = writeNpy(Uint8Array.of(65));
  text.set(strToU8("S"), text.indexOf("u".charCodeAt(0), 12));
  const archive = zip({ "label.npy": text, "x.npy": file });
  expect(() => readNpz(archive)).toThrow("readNpz: label must hold booleans");
  expect(readNpz(archive, { names: ["x"] }).x?.data).toEqual(Float64Array.of(1, 2, 3));
  expect(() => readNpz(archive, { names: ["y"] })).toThrow(
    'readNpz: bytes must hold the array y, got "label, x"',
  );
});

test.each(["../x", "/x", "a/../../x", "a//x", "./x", "c:x", "..\\x", "a\\x", "x\n", ""])(
  "refuses the name %j",
  (name) => {
    expect(() => readNpz(zip({ [`${name}.npy`]: file }))).toThrow(
      /^readNpz: bytes must hold (?:names that stay inside|entries)/,
    );
    expect(() => writeNpz({ [name]: Float64Array.of(1) })).toThrow(
      "writeNpz: arrays must hold names that stay inside of a folder",
    );
  },
);

test("refuses a bomb by what it says, before it inflates", () => {
  const bomb = writeNpz({ x: new Float64Array(2 ** 20) }, { compress: true });
  expect(bomb.length).toBeLessThan(10_000);
  expect(() => readNpz(bomb, { maxBytes: 2 ** 22 })).toThrow(
    "readNpz: decoded data must take at most maxBytes = 4194304 bytes, got 8388736",
  );
});

test("refuses a bomb that says it is small, where it grows beyond that", () => {
  const bomb = writeNpz({ x: new Float64Array(2 ** 20) }, { compress: true });
  expect(() => readNpz(patched(bomb, "directory", 24, [200, 0, 0, 0]))).toThrow(
    "readNpz: x must inflate to 200 bytes",
  );
});

test("refuses data that promise more than they can hold", () => {
  const archive = writeNpz({ x: new Float64Array(100) }, { compress: true });
  expect(() => readNpz(patched(archive, "directory", 24, [0, 0, 0, 48]))).toThrow(
    "readNpz: x must inflate to 805306368 bytes",
  );
});

test.each([
  ["no archive", file, "be a whole zip archive"],
  ["a cut archive", zip({ "x.npy": file }).slice(0, -5), "be a whole zip archive"],
  ["what is no array", zip({ "x.txt": strToU8("text") }), "hold entries that end in .npy"],
  ["an encrypted entry", patched(zip({ "x.npy": file }), "directory", 8, [1]), "hold no encrypted entry"],
  [
    "an unknown compression",
    patched(zip({ "x.npy": file }), "directory", 10, [12]),
    "hold stored or deflated entries",
  ],
  [
    "zip64 by its count",
    patched(zip({ "x.npy": file }), "end", 8, [255, 255, 255, 255]),
    "be a zip archive without zip64",
  ],
  [
    "zip64 by a size",
    patched(zip({ "x.npy": file }), "directory", 20, [255, 255, 255, 255]),
    "be a zip archive without zip64",
  ],
  ["several disks", patched(zip({ "x.npy": file }), "end", 4, [1]), "be a zip archive in one piece"],
  [
    "a directory elsewhere",
    patched(zip({ "x.npy": file }), "end", 16, [1, 0]),
    "have its directory right before its end",
  ],
  [
    "more entries than there are",
    patched(zip({ "x.npy": file }), "end", 8, [2, 0, 2, 0]),
    "have a whole directory",
  ],
  [
    "fewer entries than there are",
    patched(zip({ "x.npy": file, "y.npy": file }), "end", 8, [1, 0, 1, 0]),
    "have a directory of 1 entries",
  ],
  [
    "an entry beyond the archive",
    patched(zip({ "x.npy": file }), "directory", 42, [255, 255]),
    "have a header at each entry",
  ],
  [
    "an entry that says it is longer",
    patched(zip({ "x.npy": file }), "directory", 20, [255, 255]),
    "hold whole entries",
  ],
  [
    "another name at the entry",
    patched(zip({ "x.npy": file }), "directory", 46, [121]),
    "name each entry as its directory does",
  ],
  [
    "a name that is no text",
    patched(zip({ "x.npy": file }), "directory", 46, [255]),
    "name its entries in UTF-8",
  ],
])("refuses %s", (_, archive, rule) => {
  expect(() => readNpz(archive)).toThrow(`readNpz: bytes must ${rule}`);
});

test("refuses an array that comes twice, and one whose bytes were changed", () => {
  const two = zip({ "x.npy": file, "y.npy": file });
  const same = Uint8Array.from(two, (byte) => (byte === "y".charCodeAt(0) ? "x".charCodeAt(0) : byte));
  expect(() => readNpz(repaired(same))).toThrow('readNpz: bytes must name each array once, got "x"');
  const changed = zip({ "x.npy": file });
  changed[40 + 64] = 1;
  expect(() => readNpz(changed)).toThrow("readNpz: x must have the checksum that the archive says");
});

/** The word `npx`, which `npy` became by the replacement, as it was. */
function repaired(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  for (let i = 0; i + 3 < out.length; i++) {
    if (out[i] === 46 && out[i + 1] === 110 && out[i + 2] === 112 && out[i + 3] === 120) out[i + 3] = 121;
  }
  return out;
}

test("refuses arrays that are none", () => {
  expect(() => writeNpz(null as never)).toThrow("writeNpz: arrays must be arrays by name, got null");
  expect(() => writeNpz({ x: { shape: [3], data: Float64Array.of(1) } })).toThrow(
    "writeNpz: arrays.x.data must have",
  );
});
