import type { Command } from "../command.ts";
import type { RecoverOptions } from "../recover/recover-command.ts";

/** `onsager recover`: the factors behind a matrix or tensor of one's own. */
export const recover: Command = {
  name: "recover",
  summary: "factors of a spiked matrix or tensor of your own, by message passing",
  examples: [
    [
      "onsager recover Y.npy --model wigner --prior rademacher --out x.npz",
      "noise estimated; means and variances of all coordinates",
    ],
    [
      "onsager recover both.npz --model multimodal --prior gaussian:mean=0 --method sequential",
      "a matrix and a tensor that share a factor",
    ],
  ],
  async define(program, io, act) {
    const { recoverCommand } = await import("../recover/recover-command.ts");
    const { recoverModels } = await import("../recover/recover-model.ts");
    program
      .argument("<file>", ".npy, or .npz with the arrays `matrix` and `tensor`")
      .requiredOption("--model <model>", Object.keys(recoverModels).join(", "))
      .option("--matrix <name>", "name of the matrix in the file", undefined)
      .option("--tensor <name>", "name of the tensor in the file", undefined)
      .option(
        "--prior <prior>",
        "of all factors, name[:key=value,...]; without parameters they are learnt",
        "gaussian",
      )
      .option("--prior-u <prior>", "of u, where it differs")
      .option("--prior-v <prior>", "of v")
      .option("--prior-x <prior>", "of x")
      .option("--prior-y <prior>", "of y")
      .option("--delta <variance>", "noise variance of the one observation; default estimated")
      .option("--delta-matrix <variance>", "noise variance of the matrix; default estimated")
      .option("--delta-tensor <variance>", "noise variance of the tensor; default estimated")
      .option("--method <name>", "amp, or sequential: singular vectors first (multimodal)", "amp")
      .option("--sweeps <count>", "largest number of sweeps", "500")
      .option("--seed <seed>", "of the random start", "1")
      .option("--out <file>", "where to write the estimates, .npz")
      .option("--json", "one JSON object on standard output")
      .action(act((file: string, options: RecoverOptions) => recoverCommand(file, options, io)));
  },
};
