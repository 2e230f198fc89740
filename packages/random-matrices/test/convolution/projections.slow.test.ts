import { test } from "vitest";
import { expectProjections } from "../helpers/projections.ts";

const ranks = Array.from({ length: 19 }, (_, i) => i + 1);

test.each(ranks)(
  "free products and sums of two projections, one of rank %d/20, have the edges of their angles",
  (i) => {
    for (const j of ranks) expectProjections(i, j);
  },
);
