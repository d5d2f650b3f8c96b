import type { Feature } from '../host';

export const symbols: Feature = {
  capabilities: () => ({}),
  listen() {},
};
