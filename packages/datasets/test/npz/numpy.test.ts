import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { python, requireTool } from "@onsager/tooling/testing";
import { expect, test } from "vitest";
import { readNpy, readNpz, writeNpy, writeNpz } from "../../src/index.ts";

const script = join(import.meta.dirname, "../fixtures/numpy-arrays.py");

function inFolders(run: (from: string, to: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "datasets-"));
  try {
    mkdirSync(join(folder, "back"));
    run(folder, join(folder, "back"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.runIf(requireTool("numpy"))(
  "NumPy's arrays of all types, orders and versions come back to NumPy exactly",
  () => {
    inFolders((from, to) => {
      python(script, ["make", from]);
      const files = readdirSync(from).filter((name) => name.includes("."));
      expect(files).toHaveLength(5);
      for (const name of files) {
        const bytes = readFileSync(join(from, name));
        const back = name.endsWith(".npy")
          ? writeNpy(readNpy(bytes))
          : writeNpz(readNpz(bytes), { compress: name === "deflated.npz" });
        writeFileSync(join(to, name), back);
      }
      expect(python(script, ["compare", to])).toBe("");
    });
  },
);
