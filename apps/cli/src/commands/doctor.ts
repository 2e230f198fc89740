import type { Command } from "../command.ts";
import { exitCode } from "../exit-code.ts";

/** `onsager doctor`: what this machine has, and whether it computes right. */
export const doctor: Command = {
  name: "doctor",
  summary: "backends, threads, versions and self-tests of this machine",
  examples: [["onsager doctor --json > doctor.json", "for a bug report"]],
  async define(program, io, act) {
    const { diagnose } = await import("../doctor/diagnose.ts");
    const { diagnosisText } = await import("../doctor/diagnosis-text.ts");
    program.option("--json", "one JSON object on standard output").action(
      act(({ json }: { readonly json?: true }) => {
        const diagnosis = diagnose();
        io.out(json ? `${JSON.stringify(diagnosis)}\n` : diagnosisText(diagnosis));
        return diagnosis.tests.every(({ passed }) => passed) ? exitCode.done : exitCode.failed;
      }),
    );
  },
};
