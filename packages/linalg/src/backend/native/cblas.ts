// CBLAS's numbers for the layout of a matrix, for an operand as stored or transposed, and for the triangle that is read.

export const ROW_MAJOR = 101;
export const PLAIN = 111;
export const TRANSPOSED = 112;
export const UPPER = 121;
