import { distance } from 'fastest-levenshtein';
import { normalizeText } from './similarity';

/** The level that a county's table writes before its bodies: 县司法局, 区政府办公室, 市生态环境局. */
export type Level = '县' | '区' | '市';

const LEVEL = /^[县区市]/;
/** 县直各单位 has a level; 市场监管局, 市政工程处, 区域中心, 县域办 only begin with its character. */
const NO_LEVEL = /^(?:市场|市容|市区|市域|市政(?![府协法务研])|市民(?![政族宗社委])|区域|区划|县域|县区|县城)/;

const MAX_UNIT_LENGTH = 40;
/** A sentence is no unit; 、 may stand in a collective one. */
const SENTENCE_MARK = /[，。；：！？,;:!?\r\n]/;
/** What a body's name ends in; the brackets of 区政府办公室（审批服务局） may follow. */
const UNIT_END =
  /(?:局|办|部|委|院|厅|处|所|站|队|中心|政府|办公室|委员会|管委会|党工委|监委|纪委|党委|人大|政协|法院|检察院|工商联|妇联|残联|文联|侨联|科协|总工会|协会|联合会|领导小组|街道|乡镇|[^乡城集]镇|[^城下家]乡|公司|集团|银行|支行|学校|党校|学院|医院|开发区|示范区|单位|部门|机关|机构|企业)(?:（[^（）]{1,20}）|\([^()]{1,20}\))?$/;

/** 沁水县司法局, 中共沁水县委: what comes before the part that tells bodies of one county apart. */
const COUNTY = /^(?:中共)?[^县区市局委办]{2,4}[县区](?=..)/;
const SUFFIX = /(?:服务中心|管理局|委员会|办公室|办事处|中心|分局|政府|局|委|办|部|院|厅|处)$/;

/**
 * Departments that every county has: one of them is not a slip for another, however alike (民政 and 财政).
 * Taken from the seeds' unit columns and the usual 县级政府工作部门.
 */
const DEPARTMENTS = new Set(
  '司法 财政 民政 税务 水务 水利 林业 林草 教育 教科 公安 审计 统计 交通 住建 城建 气象 信访 档案 体育 科技 商务 文旅 文广 医保 人社 发改 工信 农业 农业农村 应急 能源 粮食 环保 生态环境 自然资源 民宗 民社 卫健 卫体 乡村振兴 人防 外事 国资 金融 行政审批 市场监管 组织 宣传 统战 政法 政研 编 政协 人大'.split(
    ' ',
  ),
);

/** Below it two names have too little in common to suggest one for the other. */
const PLAUSIBLE = 0.55;
const SAME_LEVEL_BONUS = 0.02;

/** The level character that a unit's name begins with, or null (also for a full name such as 沁水县司法局). */
export function levelPrefix(text: string): Level | null {
  const name = text.trim();
  return LEVEL.test(name) && name.length > 1 && !NO_LEVEL.test(name) ? (name.charAt(0) as Level) : null;
}

/** The level that the name of a county tells: 沁水县 → 县, 沙坡头区 → 区, 介休市 → 市; null for any other name. */
export function levelOf(county: string): Level | null {
  const last = county.trim().slice(-1);
  return last === '县' || last === '区' || last === '市' ? last : null;
}

/** True for a text of 2 to 40 characters that ends as names of bodies do (局 委 办公室 中心 政府 …) and is no sentence. */
export function looksLikeUnit(text: string): boolean {
  const name = text.trim();
  if (name.length < 2 || name.length > MAX_UNIT_LENGTH || SENTENCE_MARK.test(name)) return false;
  return UNIT_END.test(name);
}

/**
 * The candidates that `name` may be meant for, best first: a slip (县司法厅 → 县司法局), a short form of a full name or the
 * reverse (县卫体局, 县卫生健康和体育局), another level or ending. None if nothing is near.
 * @param limit most names to return
 */
export function nearestNames(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const level = levelPrefix(name);
  const wanted = partsOf(name);
  const ranked: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === name || candidate.length > 2 * MAX_UNIT_LENGTH) continue;
    const score = closeness(wanted, partsOf(candidate));
    if (score < PLAUSIBLE) continue;
    ranked.push({ candidate, score: score + (levelPrefix(candidate) === level ? SAME_LEVEL_BONUS : 0) });
  }
  return ranked
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

interface NameParts {
  /** The name without county and level: 司法局. */
  readonly body: string;
  /** The body without its ending: 司法. */
  readonly core: string;
}

function partsOf(name: string): NameParts {
  const plain = normalizeText(name).slice(0, 2 * MAX_UNIT_LENGTH);
  const local = plain.replace(COUNTY, '');
  const body = levelPrefix(local) === null ? local : local.slice(1);
  return { body, core: body.replace(SUFFIX, '') || body };
}

function closeness(a: NameParts, b: NameParts): number {
  if (a.body === '' || b.body === '') return 0;
  const bodies = ratio(a.body, b.body);
  if (a.core === b.core) return (bodies + 1) / 2;
  if (DEPARTMENTS.has(a.core) && DEPARTMENTS.has(b.core)) return 0;
  const isShortForm = abbreviates(a.core, b.core) || abbreviates(b.core, a.core);
  return Math.max((bodies + ratio(a.core, b.core)) / 2, isShortForm ? 0.6 + 0.1 * bodies : 0);
}

function ratio(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length);
}

/** True if `short` keeps the first character and, in order, others of `long`: 卫体 of 卫生健康和体育. */
function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length || short.charAt(0) !== long.charAt(0)) return false;
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at++;
  return at === short.length;
}
