export { LeaseExpiredError, LeaseNotReleasedError, LeaseUnavailableError } from './errors.js';
export { leaseName, readLeaseName } from './name.js';
export type * from './public-types.js';
