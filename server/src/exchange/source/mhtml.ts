import { decodeAs, decodePage } from './html-text';
import { refusal } from './refusal';

/** The page in a .mht file (Word's 单个文件网页, a page saved with all that belongs to it): its first part of HTML. */
export function mhtmlPage(bytes: Uint8Array, name: string): string {
  // One character a byte, so that any encoding passes through.
  const source = new TextDecoder('latin1').decode(bytes);
  const boundary = /^Content-Type:[^\n]*(?:\n[ \t][^\n]*){0,5}?boundary="?([^"\s;]{1,200})/im.exec(source)?.[1];
  const parts = boundary === undefined ? [] : source.split(`--${boundary}`);
  const part = parts.find((one) => /^Content-Type:\s*text\/html/im.test(headOf(one)));
  if (part === undefined) throw refusal('unknown', name);
  const head = headOf(part);
  const body = part.slice(head.length);
  const content = decodeBody(body, /^Content-Transfer-Encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase());
  const label = /charset="?([\w-]{1,40})/i.exec(head)?.[1]?.toLowerCase();
  return (label && decodeAs(label, content)) || decodePage(content);
}

function headOf(part: string): string {
  return part.slice(0, (/\r?\n\r?\n/.exec(part.slice(2))?.index ?? 0) + 2);
}

function decodeBody(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === 'base64') return bytesOf(atob(body.replace(/[^A-Za-z0-9+/]/g, '')));
  if (encoding !== 'quoted-printable') return bytesOf(body);
  const joined = body.replace(/=\r?\n/g, '');
  return bytesOf(joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
}

/** TextDecoder reads latin1 as windows-1252: what is beyond a byte is looked up there. */
function bytesOf(text: string): Uint8Array {
  const high = new TextDecoder('latin1').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index));
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? code : 0x80 + high.indexOf(character);
  });
}
