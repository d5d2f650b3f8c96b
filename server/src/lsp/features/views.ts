import type { Feature } from '../host';

export const views: Feature = {
  capabilities: () => ({}),
  listen() {},
};
