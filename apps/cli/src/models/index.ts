import { bbp } from "./bbp.ts";
import { donohoTanner } from "./donoho-tanner.ts";
import { glm } from "./glm.ts";
import { lasso } from "./lasso.ts";
import { mixed } from "./mixed.ts";
import type { Model } from "./model.ts";
import { multimodal } from "./multimodal.ts";
import { rectangular } from "./rectangular.ts";
import { tensor } from "./tensor.ts";
import { weakRecovery } from "./weak-recovery.ts";
import { wigner } from "./wigner.ts";

/** The models of `onsager predict`. */
export const models: readonly Model[] = [
  wigner,
  rectangular,
  tensor,
  mixed,
  multimodal,
  glm,
  lasso,
  donohoTanner,
  weakRecovery,
  bbp,
];
