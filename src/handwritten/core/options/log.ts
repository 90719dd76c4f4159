import type { Check } from './check.js';

/** How much is logged: nothing, or everything up to this level. */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

/** Where the log goes. `console` is one. */
export interface Logger {
  /** What went wrong and can't be thrown, such as an error of the caller's own listener. */
  error(message: string, ...details: unknown[]): void;
  /** What a person must know, such as a paid call that is repeated. */
  warn(message: string, ...details: unknown[]): void;
  /** One line for each attempt. */
  info(message: string, ...details: unknown[]): void;
  /** Headers and waits. */
  debug(message: string, ...details: unknown[]): void;
}

const levels = ['error', 'warn', 'info', 'debug'] as const satisfies readonly LogLevel[];

export const logLevelProblem: Check = (value) =>
  ['off', ...levels].includes(value as string) ? undefined : 'must be "off", "error", "warn", "info" or "debug"';

export const loggerProblem: Check = (value) =>
  levels.every((level) => typeof (value as Partial<Logger> | null)?.[level] === 'function')
    ? undefined
    : 'must have the methods error, warn, info and debug, as `console` has';

/** A logger that has only what its level lets through: `log.debug?.(…)` costs nothing where nobody listens. */
export type Log = { readonly [Level in (typeof levels)[number]]?: Logger[Level] };

export function leveledLog(logger: Logger, level: LogLevel): Log {
  const heard = levels.slice(0, levels.indexOf(level as (typeof levels)[number]) + 1);
  return Object.fromEntries(
    heard.map((own) => [
      own,
      async (message: string, ...details: unknown[]): Promise<void> => {
        try {
          // One that is async may reject too, which would end the process.
          await (logger[own](message, ...details) as unknown);
        } catch {
          // An answer that was paid for is not lost because the caller's own logger throws.
        }
      },
    ]),
  );
}
