import type { Mark } from "../mark.ts";
import { bandKind } from "./band.ts";
import { heatKind } from "./heat.ts";
import { histogramKind } from "./histogram.ts";
import { lineKind } from "./line.ts";
import type { MarkKind } from "./mark-kind.ts";
import { pointsKind } from "./points.ts";
import { ruleKind } from "./rule.ts";
import { textKind } from "./text.ts";

type Kinds = { readonly [K in Mark["kind"]]: MarkKind<Extract<Mark, { kind: K }>> };

/** Everything that can be drawn in a panel, by its kind. */
export const markKinds: Kinds = {
  line: lineKind,
  points: pointsKind,
  band: bandKind,
  histogram: histogramKind,
  heat: heatKind,
  rule: ruleKind,
  text: textKind,
};

/** What there is to know of a mark's kind. */
export function kindOf<M extends Mark>(mark: M): MarkKind<M> {
  return markKinds[mark.kind] as unknown as MarkKind<M>;
}
