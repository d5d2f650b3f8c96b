import type { Feature } from '../host';

export const hints: Feature = {
  capabilities: () => ({}),
  listen() {},
};
