/** Where text goes: a stream of the process, or a test's memory. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The world around one run of the command line. */
export interface Context {
  /** Arguments after the program's name. */
  readonly argv: readonly string[];
  /** Absolute path. */
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** The time of day. */
  readonly clock: () => Date;
  /** From now on Ctrl+C ends the work at hand, not the process. */
  readonly interruption: () => AbortSignal;
}

/** Exit codes of contract section 7. */
export const EXIT = { clean: 0, findings: 1, trouble: 2 } as const;

/** A wrong usage, configuration or file: its message, one line, is all that the user sees; exit code 2. */
export class Failure extends Error {}

/** Why a file or folder could not be read or written, in a few words. */
export function ioReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `操作失败（${code || (error instanceof Error ? error.message : '原因不明')}）`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  EACCES: '没有权限',
  // What Windows says of a file that Word or WPS has open.
  EPERM: '没有权限，或者正被别的程序使用',
  EBUSY: '正被别的程序使用',
  EISDIR: '是文件夹，不是文件',
  ENOTDIR: '路径中间有一段不是文件夹',
  ELOOP: '符号链接绕成了圈',
  ENAMETOOLONG: '路径太长',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已满',
  EROFS: '磁盘只读',
  EMFILE: '同时打开的文件太多',
  EIO: '磁盘读写出错',
};
