/** A place in the drawing; a gap where a coordinate is not finite. */
export type Place = readonly [x: number, y: number];

/** The runs of places between gaps. */
export function runsOf(places: readonly Place[]): Place[][] {
  const runs: Place[][] = [[]];
  for (const place of places) {
    if (place.every(Number.isFinite)) runs.at(-1)!.push(place);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}
