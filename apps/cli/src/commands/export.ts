import type { Command } from "../command.ts";
import { exitCode } from "../exit-code.ts";

/** `onsager export`: the results of a run as one file. */
export const exportRun: Command = {
  name: "export",
  summary: "results of a run as CSV, Parquet, NumPy arrays or JSON",
  examples: [
    ["onsager export runs/bbp --format csv > bbp.csv", "a row a trial, on standard output"],
    ["onsager export runs/bbp --format npz --out bbp.npz", "a column an array; arrays of trials are stacked"],
  ],
  async define(program, io, act) {
    const { exportFormats, exported } = await import("../runs/export.ts");
    const { writeDurably } = await import("@onsager/sweeps");
    program
      .argument("<directory>", "a run directory")
      .option("--format <format>", exportFormats.join(", "), "csv")
      .option("--out <file>", "where to write; csv and json go to standard output without it")
      .action(
        act((directory: string, { format, out }: { readonly format: string; readonly out?: string }) => {
          const content = exported(directory, format, out !== undefined);
          if (out === undefined) io.out(String(content));
          else writeDurably(out, content);
          return exitCode.done;
        }),
      );
  },
};
