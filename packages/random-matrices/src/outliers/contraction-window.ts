import { farthest, position, unitOf } from "../convolution/gaps.ts";
import type { MomentTransform } from "../convolution/moment-transform.ts";
import { findRoot } from "../find-root.ts";
import { minimise } from "../minimise.ts";
import type { Interval, SpectralLaw } from "../spectral-law.ts";

/** A part of a gap, in the coordinate v of `position`. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** The point with coordinate v. */
  at(v: number): number;
}

/** E[t^2/(w - t)^2] = -(w T)' of a law. */
export function spreadOf(transform: MomentTransform, w: number): number {
  const { value, slope } = transform({ re: w, im: 0 });
  return -(value.re + w * slope.re);
}

/**
 * Where in a gap of a law E[t^2/(w - t)^2] < level, which is an interval as that function is convex; undefined where it is nowhere. There
 * the map w (1 + T(w)/level) of a covariance rises, and what it takes w to is outside of its bulk.
 */
export function contractionWindow(
  law: SpectralLaw,
  transform: MomentTransform,
  gap: Interval,
  level: number,
): Window | undefined {
  const unit = unitOf(law);
  const at = (v: number): number => position(gap, unit, v);
  const excess = (v: number): number => spreadOf(transform, at(v)) - level;
  const isOuter = gap[0] === -Infinity || gap[1] === Infinity;
  const best = isOuter ? farthest : minimise(excess, -farthest, farthest).argument;
  if (!(excess(best) < 0)) return undefined;
  const end = (v: number): number => (excess(v) < 0 ? v : findRoot(excess, v, best));
  return { from: end(-farthest), to: isOuter ? farthest : end(farthest), at };
}
