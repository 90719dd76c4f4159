export * from './handwritten/leases/public.js';
