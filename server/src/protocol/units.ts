import type { Location, Position, Range } from 'vscode-languageserver-types';
import { request } from './request';

export type UnitRole = '牵头单位' | '责任单位' | '配合单位';

/** An item that names units. */
export interface ItemOfUnits {
  readonly number?: number;
  /** 加分项, 否决项, 扣分项; absent for a 三级指标. */
  readonly extra?: string;
  /** The first words, one line. */
  readonly text: string;
  /** Where the cursor goes. */
  readonly place: Position;
  /** The deadline that matters now, as written. */
  readonly deadline?: string;
  /** Its day, ISO; absent where there is none, or no year to it. */
  readonly day?: string;
  /** Days from today to `day`; negative where it went by. */
  readonly daysLeft?: number;
}

export interface UnitTask {
  readonly role: UnitRole;
  /** Index of the item in {@link UnitsOfFile.items}. */
  readonly item: number;
  /** The unit's name in the item. */
  readonly range: Range;
}

export interface UnitOfFile {
  /** 名称 of a registered unit, else the string as written. */
  readonly name: string;
  /** False for a string that the registry lacks. */
  readonly known: boolean;
  /** Its entry in the registry. */
  readonly entry?: Location;
  /** In the order of the file; an item that names the unit in two lists stands twice. */
  readonly tasks: readonly UnitTask[];
  /** The first day from today on, ISO. */
  readonly nextDay?: string;
}

export interface UnitsOfFile {
  readonly title: string;
  /** False where the file has no registry: then no unit is known. */
  readonly hasRegistry: boolean;
  readonly items: readonly ItemOfUnits[];
  /** Registered ones in the order of the registry, then the others in the order of the file. */
  readonly units: readonly UnitOfFile[];
}

/** The units that an indicator file names, with their items; null for any other file. */
export const unitsRequest = request<{ readonly uri: string }, UnitsOfFile | null>('zhibiao/units');
