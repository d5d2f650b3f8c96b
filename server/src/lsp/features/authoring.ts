import type { Feature } from '../host';

export const authoring: Feature = {
  capabilities: () => ({}),
  listen() {},
};
