import type { ErrorObject } from 'ajv';

/** A compiled schema: true if `data` conforms; otherwise `errors` holds every violation of this last call. */
export interface Validator {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

export const zhibiao: Validator;
export const danwei: Validator;
export const yaoqiu: Validator;
export const config: Validator;
