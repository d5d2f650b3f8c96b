import type { CheckProject, Engine, Settings } from '../../server/src/cli/engine';
import type { Finding, Fix, Related, Severity } from '../../server/src/rules/finding';
import type { Decoded } from '../../server/src/text/decode';
import { LineIndex } from '../../server/src/text/lines';

interface FakeRule {
  readonly id: string;
  readonly severity: Severity;
  readonly pattern: RegExp;
  readonly says: string;
  /** Replaces the match. */
  readonly fix?: { readonly text: string; readonly safe: boolean };
}

/** A rule for each severity, with and without a fix: enough for everything that the command line does itself. */
const RULES: readonly FakeRule[] = [
  {
    id: 'unit-separator',
    severity: 'error',
    pattern: /甲局乙局/g,
    says: '「{found}」是两个单位连写。',
    fix: { text: '甲局, 乙局', safe: true },
  },
  {
    id: 'number-gap',
    severity: 'error',
    pattern: /(?<=序号: )\d+(?= # 跳号)/g,
    says: '序号跳号：第{previous}项之后是第{next}项。',
  },
  {
    id: 'requirement-threshold',
    severity: 'warning',
    pattern: /80%/g,
    says: '要求低于上级：此处为「{found}」。',
    fix: { text: '90%', safe: false },
  },
  { id: 'deadline-open', severity: 'info', pattern: /长期坚持/g, says: '没有期限。' },
  { id: 'deadline-month-end', severity: 'hint', pattern: /5月30日前/g, says: '是否为月底？' },
  { id: 'text-encoding', severity: 'error', pattern: /\uFFFD/g, says: '有无法辨认的字符。' },
];

export interface FakeOptions {
  /** Related places of every finding of rule `number-gap`. */
  readonly related?: readonly Related[];
  /** Messages by rule instead of its own, to try hostile ones. */
  readonly says?: Readonly<Record<string, string>>;
  readonly fixTitle?: string;
  /** Called at each check; may throw. */
  readonly onCheck?: (uri: string, settings: Settings) => void;
  readonly dependencies?: readonly string[];
  /** Called when a file has been read and is about to be fixed. */
  readonly onFix?: () => void;
}

export function fakeEngine(options: FakeOptions = {}): Engine {
  return {
    createProject: (settings) => fakeProject(settings, options),
    openProject: () => {
      throw new Error('the command needs the real engine');
    },
    files: { list: async () => [] },
    builtin: [],
    fingerprint: () => 'fake',
    kindOf(path) {
      const name = decodeURIComponent(path);
      if (name.endsWith('zhibiao.config.yaml')) return 'config';
      return (['zhibiao', 'danwei', 'yaoqiu'] as const).find((kind) => name.endsWith(`.${kind}.yaml`));
    },
    decode,
    rules: RULES.map(({ id, severity, fix }) => ({
      id,
      severity,
      fixable: fix !== undefined,
      summary: `${id} 的说明`,
    })),
    ruleUrl: (id) => `https://example.invalid/${id}`,
    version: '1.2.3',
  };
}

function decode(bytes: Uint8Array): Decoded {
  if (bytes.includes(0)) return { text: '', encoding: 'binary', bom: false, invalid: 0 };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const strict = (label: string) => new TextDecoder(label, { fatal: true }).decode(bytes);
  try {
    return { text: strict('utf-8'), encoding: 'utf-8', bom, invalid: 0 };
  } catch {
    // Not UTF-8.
  }
  try {
    return { text: strict('gb18030'), encoding: 'gb18030', bom: false, invalid: 0 };
  } catch {
    return { text: new TextDecoder().decode(bytes), encoding: 'utf-8', bom, invalid: 1 };
  }
}

function fakeProject(settings: Settings, options: FakeOptions): CheckProject {
  const overlays = new Map<string, string>();
  return {
    async check(uri, text, { encoding }) {
      options.onCheck?.(uri, settings);
      const findings = RULES.flatMap((rule) => findingsOf(rule, text, settings, options));
      if (encoding !== undefined) findings.unshift(encodingFinding(encoding.toUpperCase()));
      findings.sort((a, b) => a.span.start - b.span.start);
      return { document: { lines: new LineIndex(text) }, findings, dependencies: options.dependencies ?? [] };
    },
    async fixAll(_uri, text) {
      options.onFix?.();
      let fixed = text;
      for (const { pattern, fix } of RULES) if (fix?.safe) fixed = fixed.replace(pattern, fix.text);
      return fixed;
    },
    setOverlay: (uri, text) => overlays.set(uri, text),
    linesOf: async (uri) =>
      uri.endsWith('gone.yaml') ? undefined : new LineIndex(overlays.get(uri) ?? '甲\n乙\n丙\n'),
  };
}

function findingsOf(rule: FakeRule, text: string, settings: Settings, options: FakeOptions): Finding[] {
  const severity = settings.rules?.[rule.id] ?? rule.severity;
  if (severity === 'off') return [];
  return [...text.matchAll(rule.pattern)].map((match): Finding => {
    const span = { start: match.index, end: match.index + match[0].length };
    const number = Number(match[0]);
    const data = { found: match[0], previous: number - 2, next: number };
    return {
      rule: rule.id,
      severity,
      message: {
        template: options.says?.[rule.id] ?? rule.says,
        data: Number.isNaN(number) ? { found: match[0] } : data,
      },
      span,
      related: rule.id === 'number-gap' ? (options.related ?? []) : [],
      fixes: rule.fix ? [fixOf(rule.fix, span, options)] : [],
    };
  });
}

function fixOf({ text, safe }: { text: string; safe: boolean }, span: Finding['span'], options: FakeOptions): Fix {
  return {
    title: { template: options.fixTitle ?? `改为「${text}」`, data: {} },
    edits: [{ span, newText: text }],
    safe,
  };
}

function encodingFinding(encoding: string): Finding {
  return {
    rule: 'text-encoding',
    severity: 'error',
    message: { template: '文件是 {encoding} 编码。', data: { encoding } },
    span: { start: 0, end: 0 },
    related: [],
    fixes: [],
  };
}
