import type { Feature } from '../host';

export const completion: Feature = {
  capabilities: () => ({}),
  listen() {},
};
