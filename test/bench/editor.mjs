// What a person waits for in the editor: findings after opening and typing, hover, completion, outline; and memory.
import { typingPlace } from './inputs.mjs';
import { connect, insertion, positionAt, removal } from './session.mjs';

/** No more edits are begun after these. */
const BUDGET_MS = 60_000;
/** The first edits warm the server up, as they would in the hands of a person. */
const WARM_UP = 4;

/**
 * Types into a file, checking at the end that the findings follow the text.
 * @param {import('./session.mjs').Tool} tool
 * @param {import('./session.mjs').File & { folder: string }} file
 * @param {number} edits
 * @returns {Promise<{ open: number, edits: number[] }>} milliseconds
 */
export async function typing(tool, file, edits) {
  const session = await connect(tool, file.folder);
  const { ms: open } = await session.open(file);
  const place = positionAt(file.text, typingPlace(file.text));
  const times = await repeat(edits, (i) => session.change(file.uri, toggle(place, i)));
  // A key that no schema knows must show, or what was measured was no check. The first line names the schema.
  const { findings } = await session.change(file.uri, insertion({ line: 1, character: 0 }, '不认识的键: 1\n'));
  if (!JSON.stringify(findings).includes('不认识的键')) throw new Error(`没有查出错误的键：${file.uri}`);
  await session.close();
  return { open, edits: times };
}

/**
 * Asks right behind an edit of the same place.
 * @param {string} method below `textDocument/` @param {{ line: number, character: number }} position
 * @returns {Promise<number[]>} milliseconds; empty if the server never has an answer
 */
export async function asking(tool, file, method, position, rounds) {
  const session = await connect(tool, file.folder);
  await session.open(file);
  const place = positionAt(file.text, typingPlace(file.text));
  let answered = 0;
  const times = await repeat(rounds, async (i) => {
    const { ms, answer } = await session.ask(file.uri, toggle(place, i), method, { position });
    const list = answer?.items ?? answer?.contents ?? answer;
    if (list && (!Array.isArray(list) || list.length > 0)) answered++;
    return { ms };
  });
  await session.close();
  return answered > rounds / 2 ? times : [];
}

/** From the start of the process to the first findings. @returns {Promise<number>} milliseconds */
export async function coldStart(tool, file) {
  const session = await connect(tool, file.folder, { settle: 0 });
  await session.open(file);
  const age = session.age();
  await session.close();
  return age;
}

/** With files open, each with its findings. @returns {Promise<{ peak: number, end: number }>} MB */
export async function memoryOf(tool, folder, files) {
  const session = await connect(tool, folder);
  for (const file of files) await session.open(file);
  return session.close();
}

function toggle(place, i) {
  return i % 2 === 0 ? insertion(place, '的') : removal(place);
}

async function repeat(rounds, body) {
  const times = [];
  const begin = performance.now();
  for (let i = 0; i < rounds + WARM_UP && (i < 8 || performance.now() - begin < BUDGET_MS); i++) {
    const { ms } = await body(i);
    if (i >= WARM_UP) times.push(ms);
  }
  return times;
}
