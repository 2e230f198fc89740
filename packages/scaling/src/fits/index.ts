import type { ScalingLaw } from "../scaling-law.ts";
import { brokenPowerLaw } from "./broken-power-law.ts";
import { powerLaw } from "./power-law.ts";
import { powerLawWithOffset } from "./power-law-with-offset.ts";

export { brokenPowerLaw, powerLaw, powerLawWithOffset };

/** The family of laws that can be fitted. The law suite runs over this list. */
export const fits: readonly ScalingLaw[] = [powerLaw, powerLawWithOffset, brokenPowerLaw];
