/** A response as the contract command sees it: before the SDK reads it. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty if the body is binary. */
  readonly text: string;
}
