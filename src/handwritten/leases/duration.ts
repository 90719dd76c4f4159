/** A year: no lease is longer, also if its `maxCost` would last. */
export const longestSeconds = 366 * 24 * 60 * 60;
