import type { Command } from "../command.ts";
import type { SpectrumOptions } from "../spectrum/spectrum-command.ts";

/** `onsager spectrum`: what the spectrum of a matrix of one's own says. */
export const spectrum: Command = {
  name: "spectrum",
  summary: "noise, significant components and a shrunk version of a matrix of your own",
  examples: [
    ["onsager spectrum data.npy", "samples in rows: Marchenko-Pastur bulk, components, their overlaps"],
    ["onsager spectrum Y.npz --key Y --out spectrum", "also the figure and the shrunk matrix, as files"],
  ],
  async define(program, io, act) {
    const { spectrumCommand } = await import("../spectrum/spectrum-command.ts");
    program
      .argument("<file>", "a matrix: .npy, .npz, .csv or .parquet")
      .option("--key <name>", "which array of a .npz file")
      .option("--kind <kind>", "data (samples in rows) or symmetric; default: as it looks")
      .option("--variance <variance>", "variance of the noise in an entry; default fitted")
      .option("--level <probability>", "probability of a false component", "0.01")
      .option("--loss <norm>", "shrinkage is best in this norm: frobenius, operator or nuclear", "frobenius")
      .option("--centre", "subtract the mean of each column first")
      .option("--out <folder>", "where to write spectrum.json, the figure and shrunk.npy")
      .option("--json", "one JSON object on standard output")
      .action(act((file: string, options: SpectrumOptions) => spectrumCommand(file, options, io)));
  },
};
