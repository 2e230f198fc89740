import { mixture } from "../parts/mixture.ts";
import { pairPart } from "../parts/pair-part.ts";
import type { Prior } from "../prior.ts";

/** P = (delta_{-1} + delta_{+1})/2. eta = tanh B; m(A) = E tanh(A + sqrt(A) z); psi(A) = -A/2 + E log cosh(A + sqrt(A) z). */
export const rademacher: Prior = /* @__PURE__ */ mixture({
  name: "rademacher",
  components: [{ weight: 1, part: /* @__PURE__ */ pairPart(1) }],
  symmetric: true,
});
