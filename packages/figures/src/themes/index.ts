import { dark } from "./dark.ts";
import { light } from "./light.ts";
import type { Theme } from "./theme.ts";

/** All themes by name. */
export const themes: Readonly<Record<Theme["name"], Theme>> = { light, dark };
