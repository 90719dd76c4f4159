/** An amount in billionths of a dollar: an integer, so that sums are exact. */
export type Nanos = number;

const nanosPerDollar = 1_000_000_000;

export function nanosOf(dollars: number): Nanos {
  return Math.round(dollars * nanosPerDollar);
}

export function dollarsOf(nanos: Nanos): number {
  return nanos / nanosPerDollar;
}

/** The price of a time that is billed by the second. A second that has begun counts. */
export function priceOf(perHour: Nanos, ms: number): Nanos {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  // The product may be more than a number can hold exactly.
  return Number((BigInt(perHour) * BigInt(seconds)) / 3600n);
}
