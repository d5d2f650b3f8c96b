import type { Feature } from '../host';

export const formatting: Feature = {
  capabilities: () => ({}),
  listen() {},
};
