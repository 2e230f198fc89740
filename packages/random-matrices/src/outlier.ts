import type { Interval } from "./spectral-law.ts";

/** What a spike does to the spectrum in the limit: the transition of Baik, Ben Arous and Péché (BBP). */
export interface Outlier {
  /** The spike, in the unit of the argument `spike`, beyond which its eigenvalue leaves the bulk. */
  readonly threshold: number;
  /** The eigenvalue that has left the bulk; undefined up to the threshold. */
  readonly eigenvalue: number | undefined;
  /** Squared cosine between its eigenvector and the planted direction, in [0, 1]; 0 up to the threshold. */
  readonly squaredOverlap: number;
}

/** An eigenvalue that a spike has made in a gap of the bulk. */
export interface GapOutlier {
  /** The gap: an open interval between parts or atoms of the law. */
  readonly gap: Interval;
  /** In the gap. */
  readonly eigenvalue: number;
  /** Squared cosine between its eigenvector and the planted direction, in [0, 1]. */
  readonly squaredOverlap: number;
}

/** The outlier beyond a law, and those in its inner gaps. */
export interface Outliers extends Outlier {
  /** Of the gaps in which the spike makes one, ascending; empty for a law in one piece. */
  readonly inner: readonly GapOutlier[];
}
