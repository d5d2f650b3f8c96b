// The texts that the benchmark measures on, made from the seeds. Always the same: no clock, no chance.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HAN = /\p{Script=Han}/gu;
const COUNTIES = ['qinshui', 'shapotou', 'lanling', 'zhashui', 'baofeng'];
/** Raise it when the files change, so that old ones are made anew. */
const EDITION = '2';

/** The table of 100 items, and its registry. @param {string} seeds path of seeds/as-printed */
export function seedText(seeds, county = 'qinshui') {
  const folder = join(seeds, county);
  const names = readdirSync(folder);
  const read = (end) => readFileSync(join(folder, names.find((name) => name.endsWith(end)) ?? ''), 'utf8');
  return { text: read('.zhibiao.yaml'), registry: read('.danwei.yaml'), registryName: `${county}.danwei.yaml` };
}

/**
 * A table of `count` items: those of the seed again and again, numbered on, and each round in other characters, since the
 * same text twice would be a finding. It follows no corpus.
 */
export function longText(seed, count) {
  const start = seed.indexOf('一级指标:');
  const end = seed.search(/^(?:合并报送|附加项):/m);
  const body = seed.slice(start, end < 0 ? undefined : end);
  const sections = body.slice(body.indexOf('\n') + 1).split(/^(?= {2}- 名称)/m);
  const head = seed.slice(0, start).replace(/^(?:依据|指标总数|#).*\n/gm, '');
  const alphabet = [...new Set(body.match(HAN))].sort();
  const rounds = Math.ceil(count / 100);
  const parts = [];
  let number = 0;
  let heading = 0;
  for (let round = 0; round < rounds; round++) {
    const shift = (text) =>
      text.replace(HAN, (sign) => alphabet[moved(alphabet.indexOf(sign), round, alphabet.length)]);
    for (const section of sections) {
      parts.push(
        section
          .replace(/(?<=^ {2}- 名称: )[一二三四五六七八九十]+(?=、)/, () => chinese(++heading))
          .replace(/序号: \d+/g, () => `序号: ${++number}`)
          .replace(/(?<=内容: ).*/g, shift)
          .replace(/第\d+(?:[、至]第?\d+)*项/g, ''),
      );
    }
  }
  return `${head}一级指标:\n${parts.join('')}`;
}

/** 1 to 999 as headings write it: 九十九, 一百零一, 一百一十. */
function chinese(number) {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const digit = (value) => '零一二三四五六七八九'[value];
  const ten =
    tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`;
  return `${hundreds > 0 ? `${digit(hundreds)}百` : ''}${ten}${ones > 0 ? digit(ones) : ''}`;
}

function moved(index, round, size) {
  return (index * (2 * (round % 50) + 1) + 97 * round) % size;
}

/** Writes `count` county files, each with its registry, below `folder` unless they are there. */
export function writeCounties(folder, seeds, count) {
  const stamp = join(folder, 'edition');
  const wanted = `${EDITION} ${count}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(folder, { recursive: true, force: true });
  const templates = COUNTIES.map((county) => seedText(seeds, county));
  for (let i = 0; i < count; i++) {
    const { text, registry, registryName } = templates[i % templates.length];
    const own = join(folder, String(i).padStart(5, '0'));
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, registryName), registry);
    writeFileSync(join(own, `${i}.zhibiao.yaml`), withSlips(text, i));
  }
  writeFileSync(stamp, wanted);
}

/** Every county has its own slips: in one item of twenty-five a character of the text is left out. */
function withSlips(text, seed) {
  let item = 0;
  return text.replace(/(?<=内容: )\p{Script=Han}.*/gu, (content) => {
    item++;
    if ((item * 7 + seed * 13) % 25 !== 0) return content;
    const at = 1 + ((seed * 31 + item * 17) % Math.max(1, content.length - 2));
    return content.slice(0, at) + content.slice(at + 1);
  });
}

/** Where a person types: in the middle of the text of the item in the middle. @returns {number} an offset */
export function typingPlace(text) {
  const at = text.indexOf('内容: ', text.length / 2) + '内容: '.length;
  return at + Math.floor((text.indexOf('\n', at) - at) / 2);
}
