import { chiSquare, type Stream } from "@onsager/random";

/** The next value of the chi law: the norm of a standard normal vector of `degrees` coordinates, which need not be whole. */
export function chi(degrees: number, random: Stream): number {
  return Math.sqrt(random.draw(chiSquare(degrees)));
}
