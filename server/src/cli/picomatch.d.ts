// The package comes without types; this is the part in use.
declare module 'picomatch' {
  interface Options {
    /** Match names that start with a dot, too. */
    readonly dot?: boolean;
  }
  interface Scan {
    /** The folders before the first wildcard. */
    readonly base: string;
    /** The rest. */
    readonly glob: string;
    readonly isGlob: boolean;
    /** True for `!glob`. */
    readonly negated: boolean;
  }
  function picomatch(glob: string, options?: Options): (path: string) => boolean;
  namespace picomatch {
    function scan(glob: string): Scan;
  }
  export default picomatch;
}
