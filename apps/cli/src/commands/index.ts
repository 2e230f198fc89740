import type { Command } from "../command.ts";
import { doctor } from "./doctor.ts";
import { predict } from "./predict.ts";

/** The commands in the order of `onsager --help`. */
export const commands: readonly Command[] = [predict, doctor];
