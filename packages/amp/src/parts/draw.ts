import type { Stream } from "../random.ts";
import type { Component } from "./part.ts";

/** A value from a mixture. One uniform picks the part where there are several; the part's own draws follow. */
export function draw(components: readonly Component[], random: Stream): number {
  if (components.length === 1) return components[0]!.part.sample(random);
  let left = random.uniform();
  const chosen = components.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return (chosen ?? components.at(-1)!).part.sample(random);
}
