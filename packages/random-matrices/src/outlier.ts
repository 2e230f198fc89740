/** What a spike does to the spectrum in the limit: the transition of Baik, Ben Arous and Péché (BBP). */
export interface Outlier {
  /** The spike, in the unit of the argument `spike`, beyond which its eigenvalue leaves the bulk. */
  readonly threshold: number;
  /** The eigenvalue that has left the bulk; undefined up to the threshold. */
  readonly eigenvalue: number | undefined;
  /** Squared cosine between its eigenvector and the planted direction, in [0, 1]; 0 up to the threshold. */
  readonly squaredOverlap: number;
}
