import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeEngine } from './fake-engine';
import { type Folder, run, temporaryFolder } from './harness';

let folder: Folder;
beforeAll(() => {
  folder = temporaryFolder();
  folder.write('a.zhibiao.yaml', '标题: 甲\n');
  folder.write('other.yaml', '标题: 甲\n');
});
afterAll(() => folder.remove());

describe('help and version', () => {
  it.each([['--help'], ['-h'], ['help']])('%s tells the commands in Chinese', async (...argv) => {
    const { code, out, err } = await run(folder.root, argv);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('用法： zhibiao <命令> [选项]');
    expect(out).toMatch(/^ {2}check \[选项\] \[路径或模式…\]/m);
    expect(out).toMatch(/^ {2}merge \[选项\] <报告…>/m);
  });

  it.each([
    ['check', '--help'],
    ['help', 'check'],
  ])('%s %s tells the options', async (...argv) => {
    const { code, out } = await run(folder.root, argv);
    expect(code).toBe(0);
    expect(out).toContain('  --fix-dry-run            只显示 --fix 会怎样修改，不写文件\n');
    expect(out).toContain('stylish json sarif junit github gitlab markdown');
    expect(out).not.toMatch(/Options|Usage|Arguments|default/);
  });

  it('--version', async () => {
    expect(await run(folder.root, ['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  it('without a command it is an error that shows the help', async () => {
    const { code, out, err } = await run(folder.root, []);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('命令：');
  });
});

describe('a wrong command line is one Chinese line and exit code 2', () => {
  it.each([
    ['--fixx', '未知选项「--fixx」，是否为 --fix。用法见 zhibiao --help'],
    ['--no-fix', '未知选项「--no-fix」，是否为 --config、--fix。用法见 zhibiao --help'],
    ['--format', '选项「--format <格式>」后面缺少参数。用法见 zhibiao --help'],
    ['--output=', '选项「--output <文件>」后面是空的'],
    ['-', '-：检查标准输入的内容请用 --stdin'],
    ['--output a.zhibiao.yaml', 'a.zhibiao.yaml 是指标文件的名字，结果请写到别的文件'],
    ['--cache-location a.danwei.yaml', 'a.danwei.yaml 是单位名录的名字，结果请写到别的文件'],
    ['--baseline zhibiao.config.yaml --update-baseline', 'zhibiao.config.yaml 是配置文件的名字，结果请写到别的文件'],
    ['other.yaml --output other.yaml', 'other.yaml 就是要检查的文件，结果请写到别的文件'],
    ['other.yaml --cache-location ./other.yaml', 'other.yaml 就是要检查的文件，结果请写到别的文件'],
    ['--format xml', '没有输出格式「xml」，可以用：stylish、json、sarif、junit、github、gitlab、markdown'],
    ['--max-warnings many', '--max-warnings 要写一个整数，不能是「many」'],
    ['--max-warnings=-1', '--max-warnings 要写一个整数，不能是「-1」'],
    ['--rule unit-separater=off', '没有规则「unit-separater」，是否为「unit-separator」。全部规则见 zhibiao rules'],
    ['--rule unit-separator=fatal', '没有级别「fatal」，可以用：off、error、warning、info、hint'],
    ['--rule unit-separator', '--rule 要写成「规则=级别」，不能是「unit-separator」'],
    ['--shard 3/2', '--shard 要写成「第几份/总份数」，如 1/4，不能是「3/2」'],
    ['--shard 0/2', '--shard 要写成「第几份/总份数」，如 1/4，不能是「0/2」'],
    ['--fix --fix-dry-run', '--fix 与 --fix-dry-run 只能用一个'],
    ['--fix-dry-run --format json', '--fix-dry-run 输出的是修改前后的差异，不能同时用 --format'],
    ['--stdin a.zhibiao.yaml', '用了 --stdin 就不能再写路径'],
    ['--stdin-filename a.yaml', '--stdin-filename 要与 --stdin 一起用'],
    ['--update-baseline', '--update-baseline 要与 --baseline 文件 一起用'],
    ['--threads 0', '--threads 要写 1 到 64 的整数或者 auto，不能是「0」'],
    ['--threads 65', '--threads 要写 1 到 64 的整数或者 auto，不能是「65」'],
    ['--threads many', '--threads 要写 1 到 64 的整数或者 auto，不能是「many」'],
    ['--stdin --cache', '--stdin 的内容不进缓存，不能用 --cache'],
    ['--watch --stdin', '--watch 不能与 --stdin 一起用'],
    ['--watch --fix', '--watch 不能与 --fix 或者 --fix-dry-run 一起用'],
    ['--watch --baseline b.json --update-baseline', '--watch 不能与 --update-baseline 一起用'],
    ['--config none.yaml', '没有配置文件 none.yaml'],
    ['--baseline none.json', '基线文件 none.json 读不了：没有这个文件或文件夹'],
  ])('check %s', async (argv, says) => {
    expect(await run(folder.root, ['check', ...argv.split(' ')])).toEqual({ code: 2, out: '', err: `${says}\n` });
  });

  it.each([
    ['chek', '没有命令「chek」，是否为 check。用法见 zhibiao --help'],
    ['a.yaml', '没有命令「a.yaml」；检查文件请用 zhibiao check a.yaml。用法见 zhibiao --help'],
    ['help nosuch', '没有命令「nosuch」。用法见 zhibiao --help'],
    ['rules x', '参数太多。用法见 zhibiao --help'],
    ['lsp', 'lsp 只能用标准输入输出通信，请写 zhibiao lsp --stdio'],
  ])('%s', async (argv, says) => {
    expect(await run(folder.root, argv.split(' '))).toEqual({ code: 2, out: '', err: `${says}\n` });
  });

  it('an empty path does not stand for the working folder', async () => {
    expect(await run(folder.root, ['check', '', '--fix'])).toEqual({ code: 2, out: '', err: '有一个路径是空的\n' });
  });

  it('holds no control characters of the arguments', async () => {
    const { err } = await run(folder.root, ['check', '--\u001b[31m']);
    expect(err).toBe('未知选项「--‹U+001B›[31m」。用法见 zhibiao --help\n');
  });
});

describe('the other commands', () => {
  it('rules lists every rule', async () => {
    const { code, out } = await run(folder.root, ['rules']);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'unit-separator         错误  可修复  unit-separator 的说明',
      'number-gap             错误          number-gap 的说明',
    ]);
  });

  it.each([[[]], [['--clientProcessId=1']], [['--clientProcessId', '1']]])(
    'lsp --stdio %j hands over to the server',
    async (argv) => {
      let started = 0;
      const startServer = async () => {
        started++;
      };
      const result = await run(folder.root, ['lsp', '--stdio', ...argv], { startServer });
      expect(result).toEqual({ code: undefined, out: '', err: '' });
      expect(started).toBe(1);
    },
  );

  it('a fault of the program is one line as well', async () => {
    const engine = fakeEngine();
    const broken = {
      ...engine,
      createProject: () => {
        throw new Error('坏\n了');
      },
    };
    expect(await run(folder.root, ['check'], { engine: broken })).toEqual({
      code: 2,
      out: '',
      err: '程序出错：坏‹U+000A›了\n',
    });
  });
});
