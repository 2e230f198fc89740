const widths = [-9, -6, -3, 0, 3, 6, 9];
/** Wider steps need no panels of their own. */
const wide = 0.5;

/** Breakpoints that let Gauss-Legendre panels resolve a Gaussian-smeared step of a given width, where it is narrow. */
export function layer(centre: number, width: number): number[] {
  return width < wide ? widths.map((c) => centre + c * width) : [];
}
