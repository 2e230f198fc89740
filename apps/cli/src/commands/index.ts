import type { Command } from "../command.ts";
import { doctor } from "./doctor.ts";
import { exportRun } from "./export.ts";
import { fit } from "./fit.ts";
import { list } from "./list.ts";
import { predict } from "./predict.ts";
import { recover } from "./recover.ts";
import { reproduce } from "./reproduce.ts";
import { resume } from "./resume.ts";
import { run } from "./run.ts";
import { spectrum } from "./spectrum.ts";
import { status } from "./status.ts";

/** The commands in the order of `onsager --help`. */
export const commands: readonly Command[] = [
  list,
  reproduce,
  run,
  resume,
  status,
  exportRun,
  predict,
  spectrum,
  recover,
  fit,
  doctor,
];
