/** Letters of a sheet's name; more are refused. */
const LONGEST = 31;

/** Names that a workbook takes: no `[]:*?/\`, no `'` at either end, 31 letters at most, each once whatever the case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = name.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[\s']+|(?<![\s'])[\s']+$/g, '') || '表';
    for (let count = 1; ; count++) {
      const ending = count > 1 ? `（${count}）` : '';
      const unique = base.slice(0, LONGEST - ending.length).replace(/\p{Cs}$/u, '') + ending;
      if (taken.has(unique.toLowerCase())) continue;
      taken.add(unique.toLowerCase());
      return unique;
    }
  });
}
