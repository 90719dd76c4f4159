import type { SdkConfig } from '../config/config-types.js';

/** The error class for a status. */
export function errorClass(status: number, { errors }: SdkConfig): string {
  return errors?.[status] ?? 'ApiError';
}
