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

/** Of one 一级指标, one 二级指标, and one 三级指标 or unit. */
export const zhibiaoSection: Validator;
export const zhibiaoSubsection: Validator;
export const zhibiaoEntry: Validator;
export const yaoqiuSection: Validator;
export const yaoqiuSubsection: Validator;
export const yaoqiuEntry: Validator;
export const danweiEntry: Validator;
