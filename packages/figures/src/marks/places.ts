import type { Numbers } from "../numbers.ts";
import { type Place, runsOf } from "../svg/place.ts";
import type { Frame } from "./frame.ts";

/** Where points lie in a frame; gaps stay gaps. */
export function placesOf(x: Numbers, y: Numbers, frame: Frame): Place[] {
  return Array.from({ length: x.length }, (_, i) => [frame.x(x[i]!), frame.y(y[i]!)]);
}

/** Places along a curve, at most 4 apart, inside of the frame. */
export function along(places: readonly Place[], frame: Frame): Place[] {
  return runsOf(places)
    .flatMap((run) => run.flatMap((place, i) => between(run[i - 1] ?? place, place, frame)))
    .filter(([x, y]) => x >= 0 && x <= frame.width && y >= 0 && y <= frame.height);
}

function between([x0, y0]: Place, [x1, y1]: Place, { width, height }: Frame): Place[] {
  const distance = Math.hypot(x1 - x0, y1 - y0);
  const steps = Math.max(1, Math.min(Math.ceil(distance / 4), width + height));
  return Array.from({ length: steps }, (_, i) => {
    const t = (i + 1) / steps;
    return [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
  });
}
