import { type Message, renderMessage } from '../../rules/finding';
import { sourcePhrases } from './phrases';

/** Why a document cannot be read, in a sentence for its owner. */
export class Refusal extends Error {
  constructor(readonly sentence: Message) {
    super(renderMessage(sentence));
  }
}

/** @param name of the file, as the sentence calls it */
export function refusal(reason: keyof typeof sourcePhrases, name: string, data: Message['data'] = {}): Refusal {
  return new Refusal({ template: sourcePhrases[reason], data: { name, ...data } });
}

/** Lets a refusal pass, and says of any other fault of a format's library that the file is damaged. */
export async function orDamaged<T>(name: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof Refusal ? error : refusal('damaged', name);
  }
}
