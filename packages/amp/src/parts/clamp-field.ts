const limit = 1e150;

/** B where its square stays finite: beyond 1e150 a posterior's weights have long settled, though log Z has not. */
export function clampField(B: number): number {
  return Math.min(limit, Math.max(-limit, B));
}
