import { describe, expect, it } from 'vitest';
import { type Corpus, createCorpus } from '../../server/src/model/corpus';
import { readDocument } from '../../server/src/model/document';
import { createRegistry, type Registry } from '../../server/src/model/registry';
import type { FileKind, IndicatorFile, RegistryFile } from '../../server/src/model/types';
import { runRules } from '../../server/src/rules/engine';
import { type Finding, renderMessage } from '../../server/src/rules/finding';
import type { Rule, Surroundings } from '../../server/src/rules/rule';
import { applyEdits, withoutOverlaps } from '../../server/src/text/edits';

/** What the file under test stands beside. */
export interface Setting {
  /** Text of a registry file; an indicator file's own inline list counts without this. */
  registry?: string;
  /** Text of a corpus file. */
  corpus?: string;
  kind?: FileKind;
  surroundings?: Surroundings;
}

interface Expected {
  says: string;
  severity?: Finding['severity'];
}

export interface Invalid extends Setting {
  /** The text; the place of each finding stands between ⟦ and ⟧, in order. */
  text: string;
  /** The rendered message of each finding, in order; a plain string for one. */
  says: string | (string | Expected)[];
  /** The text after the safe fixes (`safe: true`) of all findings, or after the preferred fix of the first with `fix`. */
  fixed?: string;
  /** The text after the first finding's fix with this title. */
  fix?: { title: string; gives: string };
}

const base = 'file:///w/';

export function registryOf(text: string): Registry {
  const { model } = readDocument(`${base}w.danwei.yaml`, 'danwei', text);
  const file = model as RegistryFile;
  return createRegistry(`${base}w.danwei.yaml`, file.units, file.county?.value);
}

export function corpusOf(text: string): Corpus {
  const { model, lines } = readDocument(`${base}w.yaoqiu.yaml`, 'yaoqiu', text);
  const corpus = createCorpus(`${base}w.yaoqiu.yaml`, model as IndicatorFile, lines);
  if (!corpus) throw new Error('the corpus of the test has no name or no items');
  return corpus;
}

/** Findings of one rule on a text. */
export function findingsOf(rule: Rule, text: string, setting: Setting = {}): Finding[] {
  const kind = setting.kind ?? 'zhibiao';
  const document = readDocument(`${base}w.${kind}.yaml`, kind, text);
  const inline = kind === 'zhibiao' ? (document.model as IndicatorFile).inlineUnits : undefined;
  const registry = setting.registry ? registryOf(setting.registry) : inline && createRegistry(document.uri, inline);
  return runRules(document, [rule], {
    ...(registry && { registry }),
    ...(setting.corpus && { corpus: corpusOf(setting.corpus) }),
    ...setting.surroundings,
  });
}

/** Takes ⟦ ⟧ out of a text and gives their places. */
export function marked(text: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let plain = '';
  for (const character of text) {
    if (character === '⟦') {
      const span = { start: plain.length, end: plain.length };
      open.push(span);
      spans.push(span);
    } else if (character === '⟧') {
      const span = open.pop();
      if (span) span.end = plain.length;
    } else plain += character;
  }
  return { text: plain, spans };
}

/** The text after every safe fix in this file, applied to a fixed point. */
export function fixedText(rule: Rule, text: string, setting: Setting): string {
  let current = text;
  for (let round = 0; round < 10; round++) {
    const edits = findingsOf(rule, current, setting).flatMap((finding) => {
      const fix = finding.fixes[0];
      return fix?.safe && !fix.uri ? fix.edits : [];
    });
    if (edits.length === 0) break;
    current = applyEdits(current, withoutOverlaps(edits));
  }
  return current;
}

/** Valid texts give no finding; invalid ones give exactly these, exactly there, and are clean once fixed. */
export function testRule(
  rule: Rule,
  cases: { valid: (string | ({ text: string } & Setting))[]; invalid: Invalid[] },
): void {
  describe(rule.id, () => {
    for (const [i, one] of cases.valid.entries()) {
      const { text, ...setting } = typeof one === 'string' ? { text: one } : one;
      it(`valid ${i + 1}: ${title(text)}`, () => {
        expect(findingsOf(rule, text, setting).map((finding) => renderMessage(finding.message))).toEqual([]);
      });
    }
    for (const [i, one] of cases.invalid.entries()) {
      const { text, spans } = marked(one.text);
      it(`invalid ${i + 1}: ${title(text)}`, () => checkInvalid(rule, text, spans, one));
    }
  });
}

function checkInvalid(rule: Rule, text: string, spans: { start: number; end: number }[], one: Invalid): void {
  const findings = findingsOf(rule, text, one);
  const expected = (typeof one.says === 'string' ? [one.says] : one.says).map((e) =>
    typeof e === 'string' ? { says: e } : e,
  );
  expect(findings.map((finding) => renderMessage(finding.message))).toEqual(expected.map((e) => e.says));
  const place = (span: { start: number; end: number }) =>
    `${span.start}-${span.end} ${text.slice(span.start, span.end)}`;
  expect(findings.map((finding) => place(finding.span))).toEqual(spans.map(place));
  expect(findings.map((finding) => finding.severity)).toEqual(expected.map((e) => e.severity ?? rule.severity));
  if (one.fixed !== undefined) {
    const fixed = fixedText(rule, text, one);
    expect(fixed).toBe(one.fixed);
    expect(findingsOf(rule, fixed, one)).toEqual([]);
  }
  if (one.fix) {
    const fix = findings[0]?.fixes.find((candidate) => renderMessage(candidate.title) === one.fix?.title);
    expect(findings[0]?.fixes.map((candidate) => renderMessage(candidate.title))).toContain(one.fix.title);
    expect(applyEdits(text, withoutOverlaps(fix?.edits ?? []))).toBe(one.fix.gives);
  }
}

function title(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 60);
}

/** A file with items of these numbers; a string is put in as it is, so that it may hold ⟦ ⟧. */
export function items(...numbers: (number | string)[]): string {
  const rows = numbers.map(
    (number, i) => `      - 序号: ${number}\n        内容: 第${'甲乙丙丁戊己庚辛壬癸'[i % 10]}件事\n`,
  );
  return `标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n${rows.join('')}`;
}

/** A file with one item that has these lines (`责任单位: [甲]`) besides 序号 and 内容, and these lines at the top. */
export function item(lines: string, top = ''): string {
  const body = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `        ${line}\n`)
    .join('');
  return `标题: 表\n县区: 某县\n${top}一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        内容: 做一件事\n${body}`;
}
