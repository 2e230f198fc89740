/** The highest order of a single Hermite polynomial: h_256 still fits a double wherever exp(-x^2/2) does. */
export const maximumHermiteOrder = 256;

/** The highest order of the tensor features. */
export const maximumFeatureOrder = 4;
