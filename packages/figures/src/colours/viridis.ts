/**
 * The colour scale viridis at equal distances, from dark violet to yellow: lightness increases evenly, with and without
 * the common deficiencies of colour vision, and in grey.
 *
 * @see S. van der Walt, N. Smith, "mpl colormaps", 2015
 */
const anchors: readonly string[] =
  "#440154#471063#481f70#472d7b#443983#404688#3b528b#365d8d#31688e#2c728e#287c8e#24868e#21918c#1f9a8a#20a486#28ae80#35b779#48c16e#5ec962#75d054#90d743#addc30#c8e020#e5e419#fde725".match(
    /#.{6}/g,
  )!;

/** The colour at t in [0, 1], between the anchors by straight lines, as `#rrggbb`. */
export function viridis(t: number): string {
  const at = Math.min(1, Math.max(0, t)) * (anchors.length - 1);
  const below = Math.min(anchors.length - 2, Math.floor(at));
  return [1, 3, 5]
    .map((place) => {
      const [from, to] = [anchors[below]!, anchors[below + 1]!].map((colour) =>
        Number.parseInt(colour.slice(place, place + 2), 16),
      ) as [number, number];
      return Math.round(from + (to - from) * (at - below))
        .toString(16)
        .padStart(2, "0");
    })
    .reduce((colour, part) => colour + part, "#");
}
