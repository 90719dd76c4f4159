/** How much is logged: nothing, or everything up to this level. */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

/** Where the log goes. `console` is one. */
export interface Logger {
  error(message: string, ...details: unknown[]): void;
  warn(message: string, ...details: unknown[]): void;
  info(message: string, ...details: unknown[]): void;
  debug(message: string, ...details: unknown[]): void;
}

const levels = ['off', 'error', 'warn', 'info', 'debug'] as const satisfies readonly LogLevel[];

/** Checks a level that a caller gave. */
export function isLogLevel(value: unknown): value is LogLevel {
  return levels.some((level) => level === value);
}

/** Checks a logger that a caller gave. */
export function isLogger(value: unknown): value is Logger {
  const methods = (value ?? {}) as Partial<Record<string, unknown>>;
  return levels.every((level) => level === 'off' || typeof methods[level] === 'function');
}

/** A logger that passes on only what `level` lets through. */
export function leveledLogger(logger: Logger, level: LogLevel): Logger {
  const at = (own: Exclude<LogLevel, 'off'>) =>
    levels.indexOf(own) <= levels.indexOf(level)
      ? (message: string, ...details: unknown[]) => {
          try {
            logger[own](message, ...details);
          } catch {
            // An answer that was paid for is not lost because the caller's own logger throws.
          }
        }
      : () => undefined;
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}
