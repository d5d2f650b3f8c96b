import type { Feature } from '../host';

export const hover: Feature = {
  capabilities: () => ({}),
  listen() {},
};
