import type { Check } from './check.js';

/** What is logged: nothing, or everything up to this level. */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

/** Receives the log. `console` is one. */
export interface Logger {
  /** An error that can't be thrown, such as one of the caller's own callback. */
  error(message: string, ...details: unknown[]): void;
  /** What needs attention, such as a retry that may be billed twice. */
  warn(message: string, ...details: unknown[]): void;
  /** One line for each attempt. */
  info(message: string, ...details: unknown[]): void;
  /** Headers and retry delays. */
  debug(message: string, ...details: unknown[]): void;
}

const levels = ['error', 'warn', 'info', 'debug'] as const satisfies readonly LogLevel[];

export const logLevelProblem: Check = (value) =>
  ['off', ...levels].includes(value as string) ? undefined : 'must be "off", "error", "warn", "info" or "debug"';

export const loggerProblem: Check = (value) =>
  levels.every((level) => typeof (value as Partial<Logger> | null)?.[level] === 'function')
    ? undefined
    : 'must have the methods error, warn, info and debug, as `console` has';

/** A logger with only the methods that its level enables: a disabled `log.debug?.(…)` costs nothing. */
export type Log = { readonly [Level in (typeof levels)[number]]?: Logger[Level] };

export function leveledLog(logger: Logger, level: LogLevel): Log {
  const enabled = levels.slice(0, levels.indexOf(level as (typeof levels)[number]) + 1);
  return Object.fromEntries(
    enabled.map((own) => [
      own,
      async (message: string, ...details: unknown[]): Promise<void> => {
        try {
          // An async method may reject too, which would end the process.
          await (logger[own](message, ...details) as unknown);
        } catch {
          // A response that was billed is not lost because the caller's own logger throws.
        }
      },
    ]),
  );
}
