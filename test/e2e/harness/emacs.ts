import { join } from 'node:path';
import { runScript, type ScriptedEditor, type ScriptOptions } from './scripted-editor';

const emacs: ScriptedEditor = {
  program: 'emacs',
  arguments: (folder) => ['--batch', '-q', '-l', join(folder, 'run.el')],
  // Without a UTF-8 locale Emacs 28 loses messages.
  environment: (folder) => ({ LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', HOME: folder }),
  files: (folder, script) => ({ 'run.el': wrapper(folder, script) }),
};

/** Runs Emacs in batch mode, with eglot loaded, on Emacs Lisp whose last expression is the result; `given` is a hash table. */
export function runEmacs<Result>(options: ScriptOptions): Promise<Result> {
  return runScript(emacs, options);
}

function wrapper(folder: string, script: string): string {
  const path = (name: string) => JSON.stringify(join(folder, name));
  return `;;; -*- lexical-binding: t -*-
(package-initialize)
(require 'eglot)
(require 'json)
(defvar given (with-temp-buffer (insert-file-contents ${path('given.json')}) (json-parse-buffer)))
(let ((result (progn ${script})))
  (with-temp-file ${path('result.json')}
    (insert (json-serialize result :null-object :null :false-object :false))))
(kill-emacs 0)
`;
}
