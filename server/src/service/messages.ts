import { type Message, renderMessage } from '../rules/finding';

/** Renders a message in the language of the user. */
export type Renderer = (message: Message) => string;

/** Chinese, as the rules have it. */
export const chinese: Renderer = (message) => renderMessage(message);
