import type { DraftExtra, DraftMethod } from './draft';
import type { Outlined } from './outline';

/** What a plan says of how it is assessed. */
export interface Assessment {
  readonly methods: readonly DraftMethod[];
  readonly grades: readonly string[];
  readonly totalScore?: number;
  readonly extras: readonly DraftExtra[];
  /** The parts that these were taken from, whole. */
  readonly used: ReadonlySet<Outlined>;
}

const SECTION = /(?:考核|评价|评估|考评)(?:方式|方法)$/;
const GRADES =
  /分为((?:[\p{Script=Han}]{1,5}、)+[\p{Script=Han}]{1,5}(?:和|及|与)[\p{Script=Han}]{1,5}?)(?:[二三四五六两]个)?等次/u;
const LIMIT = /不超过\s*(\d{1,3})\s*分/;
const MAX_NAME = 30;
const NOTHING = { lead: [], answer: [], cooperate: [], deadlines: [], evidence: [], marks: [] };

/** Reads 考核方式, 等次, the total and the points added or taken off from the parts of a plan that are no measures. */
export function readAssessment(parts: readonly Outlined[]): Assessment {
  const methods: DraftMethod[] = [];
  const used = new Set<Outlined>();
  const extras: DraftExtra[] = [];
  let inSection = false;
  for (const part of parts) {
    if (part.depth === 0) inSection = SECTION.test(part.heading?.title ?? '');
    else if (inSection && part.depth === 1 && !part.isTitle) {
      const method = methodOf(part);
      if (!method) continue;
      methods.push(method);
      used.add(part);
      if (extras.length === 0) extras.push(...pointsOf(method.text));
    }
  }
  const texts = parts.map(({ paragraph }) => paragraph.text);
  const grades = texts.map((text) => GRADES.exec(text)?.[1]).find((match) => match !== undefined);
  return {
    methods,
    used,
    extras,
    grades: grades?.split(/[、和及与]/).filter(Boolean) ?? [],
    ...(texts.some((text) => text.includes('百分制')) && { totalScore: 100 }),
  };
}

function methodOf({ paragraph: { text } }: Outlined): DraftMethod | undefined {
  const end = text.indexOf('。');
  if (end < 1 || end > MAX_NAME || end === text.length - 1) return undefined;
  return { name: text.slice(0, end), text: text.slice(end + 1).trim() };
}

/** 予以相应加分，累计加分最多不超过5分；…予以扣分，…不超过10分: one entry a kind, with its limit. */
function pointsOf(text: string): DraftExtra[] {
  const clauses = text.split(/(?<=；)/).map((clause) => clause.trim());
  const wanted = [
    ['加分项', clauses.filter((clause) => /加分/.test(clause) && !/扣分/.test(clause))],
    ['扣分项', clauses.filter((clause) => /扣分/.test(clause) && !/加分/.test(clause))],
  ] as const;
  if (wanted.some(([, found]) => found.length !== 1)) return [];
  return wanted.flatMap(([name, [clause = '']]) => {
    const limit = LIMIT.exec(clause)?.[1];
    return limit ? [{ name, limit: Number(limit), items: [{ number: 1, text: clause, ...NOTHING }] }] : [];
  });
}
