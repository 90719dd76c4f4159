import type { SdkConfig } from '../config/config-types.js';

/** What a caller catches for a status. */
export function errorClass(status: number, { errors }: SdkConfig): string {
  return errors?.[status] ?? 'ApiError';
}
