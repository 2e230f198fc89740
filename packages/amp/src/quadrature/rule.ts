/** Most nodes of a block: its arrays stay in the nearest cache. */
export const blockSize = 256;

/** Some nodes of a rule and their weights. */
export interface Block {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * A trapezoid rule with step 2^-k in some variable. Level k holds the nodes that level k - 1 lacks, with weights as for step 1: the
 * integral is 2^-k times the sum over levels 0 to k.
 */
export type Rule = (level: number) => readonly Block[];
