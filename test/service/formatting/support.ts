import { open } from '../harness';

/** The findings of a text by rule, message and the words that they stand on, but not by their places. */
export async function checkText(path: string, text: string): Promise<string[]> {
  const name = path.split('/').at(-1) ?? '';
  const { file } = await open({ [name]: text });
  const { lines } = file.document;
  return file.findings.map(({ rule, message, span }) => {
    const words = lines.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    return `${rule} ${JSON.stringify(message)} ${words}`;
  });
}
