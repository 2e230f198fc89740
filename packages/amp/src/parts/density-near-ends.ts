import type { Piece } from "../quadrature/piece-chart.ts";

/** Part of an end's size within which numbers are too coarse: a density sees the distance with 8 digits there, and fewer nearer by. */
const coarse = 2 ** -26;

/** log P at a small distance from an end. */
type NearEnd = (gap: number) => number | undefined;

/**
 * log P on a piece, from w and its distance to the end nearby. Very near an end that is not zero, where rounding decides how far w is from it and P may be
 * infinite, P is continued as the power of the distance that it is a little farther in.
 */
export function densityNearEnds(
  { from, to }: Piece,
  logDensity: (w: number) => number,
): (w: number, gap: number) => number {
  const length = to - from;
  const lower = nearEnd(from, 1, length, logDensity);
  const upper = nearEnd(to, -1, length, logDensity);
  return (w, gap) => {
    if (gap > coarse * Math.abs(w)) return logDensity(w);
    return (w - from < to - w ? lower(gap) : upper(gap)) ?? logDensity(w);
  };
}

function nearEnd(end: number, inwards: number, length: number, logDensity: (w: number) => number): NearEnd {
  const distance = coarse * Math.abs(end);
  if (!(distance > 0 && distance < length / 8)) return () => undefined;
  const [near, far] = [end + inwards * distance, end + inwards * 4 * distance];
  const gap = Math.abs(near - end);
  const there = logDensity(near);
  const power = (logDensity(far) - there) / Math.log(Math.abs(far - end) / gap);
  if (!Number.isFinite(power)) return () => undefined;
  return (at) => (at < gap ? there + power * Math.log(at / gap) : undefined);
}
