/** An amount in 10⁻¹⁸ dollars: an integer of any size, so that sums and products are exact. */
export type Atto = bigint;

const digits = 18;
/** No price has more. */
const maxExponent = 40;

/** The amount of a number or a numeric string; undefined if it is none, or negative. Digits beyond 10⁻¹⁸ are rounded. */
export function attoOf(value: unknown): Atto | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  // The shortest decimal of a number is the one that was written.
  const [, whole = '', fraction = '', exponentText = '0'] =
    /^\+?(\d{1,40})(?:\.(\d{0,40}))?(?:e([+-]?\d{1,3}))?$/i.exec(
      String(value)
        .trim()
        .replace(/^\+?\./, '0.'),
    ) ?? [];
  const exponent = Number(exponentText);
  if (whole === '' || Math.abs(exponent) > maxExponent) return undefined;
  const shift = digits + exponent - fraction.length;
  const amount = BigInt(whole + fraction);
  if (shift >= 0) return amount * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  return (amount + divisor / 2n) / divisor;
}

/** Dollars as a decimal: `0.00012`. */
export function usdText(amount: Atto): string {
  const text = String(amount).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, '');
}
