import type { Feature } from '../host';

export const navigation: Feature = {
  capabilities: () => ({}),
  listen() {},
};
