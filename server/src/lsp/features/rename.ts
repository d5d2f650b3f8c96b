import type { Feature } from '../host';

export const rename: Feature = {
  capabilities: () => ({}),
  listen() {},
};
