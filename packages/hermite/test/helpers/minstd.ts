/** Normals of the generator minstd: s <- 48271 s mod 2^31 - 1, in pairs by Box and Muller. */
export function minstdNormals(seed: number): (count: number) => Float64Array {
  let state = seed;
  let spare: number | undefined;
  const uniform = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const normal = (): number => {
    if (spare !== undefined) {
      const held = spare;
      spare = undefined;
      return held;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return (count) => Float64Array.from({ length: count }, normal);
}
