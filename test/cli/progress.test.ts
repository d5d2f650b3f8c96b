import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progress, progressLine } from '../../server/src/cli/progress';
import { displayWidth } from '../../server/src/cli/width';

describe('the progress line', () => {
  it('tells how many, how fast and how long', () => {
    expect(progressLine(1240, 3000, 1240 / 85, 100)).toBe(
      '━━━━━━━━──────────── 已检查 1,240/3,000 个文件，每秒 85 个，还需约 21 秒',
    );
    expect(progressLine(3, 100, 2, 100)).toContain('每秒 1.5 个，还需约 65 秒');
    expect(progressLine(10, 3000, 10, 100)).toContain('每秒 1 个，还需约 50 分钟');
    expect(progressLine(1, 9000, 1, 100)).toContain('还需约 2 小时 30 分钟');
    expect(progressLine(2500, 2500, 0.5, 100)).toBe('━━━━━━━━━━━━━━━━━━━━ 已检查 2,500/2,500 个文件，每秒 5,000 个');
  });

  it.each([
    [72, '━━━━━━━━──────────── 已检查 1,240/3,000 个文件，每秒 85 个，还需约 21 秒'],
    [60, '已检查 1,240/3,000 个文件，每秒 85 个，还需约 21 秒'],
    [45, '已检查 1,240/3,000 个文件，还需约 21 秒'],
    [30, '已检查 1,240/3,000 个文件'],
    [15, '1,240/3,000'],
    [5, ''],
  ])('in %i columns says what fits', (columns, line) => {
    expect(progressLine(1240, 3000, 1240 / 85, columns)).toBe(line);
  });

  it('never is wider than the terminal', () => {
    const total = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(
        total,
        fc.double({ min: 0.01, max: 1 }),
        fc.double({ min: 1, max: 1e5 }),
        fc.nat(120),
        (all, share, seconds, columns) => {
          const done = Math.max(1, Math.round(all * share));
          expect(displayWidth(progressLine(done, all, seconds, columns))).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });
});

describe('progress', () => {
  function drawn(isTTY: boolean, times: readonly number[], columns = 100): string {
    let out = '';
    const left = [0, ...times];
    const now = () => left.shift() ?? 0;
    const line = progress(
      {
        stderr: {
          write: (text) => {
            out += text;
          },
          isTTY,
          columns,
        },
        now,
      },
      times.length,
    );
    for (const _ of times) line.advance();
    line.clear();
    return out;
  }

  it('draws after a second, ten times a second at most, and clears', () => {
    const out = drawn(true, [500, 990, 1000, 1050, 1099, 1100]);
    expect(out.split('\r\u001b[2K').map((line) => /\d+\/\d+/.exec(line)?.[0])).toEqual([
      undefined,
      '3/6',
      '6/6',
      undefined,
    ]);
    expect(out.endsWith('\r\u001b[2K')).toBe(true);
  });

  it('writes nothing in a quick run, or where there is no terminal', () => {
    expect(drawn(true, [10, 20, 999])).toBe('');
    expect(drawn(false, [1000, 2000, 3000])).toBe('');
  });

  it('leaves the last column of the terminal free', () => {
    const width = displayWidth('━━━━━━━━━━━━━━━━━━━━ 已检查 1/1 个文件，每秒 1 个');
    expect(drawn(true, [1000], width)).toBe('\r\u001b[2K已检查 1/1 个文件，每秒 1 个\r\u001b[2K');
    expect(drawn(true, [1000], width + 1)).toContain('━ 已检查 1/1');
  });
});
