/** Numbers of a mark, one an entry; NaN and infinities are gaps and nothing is drawn for them. */
export type Numbers = readonly number[] | Float64Array;
