import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runEmacs } from './harness/emacs';
import { check, cli } from './harness/product';
import { root } from './harness/temporary';

const county = join(root, 'seeds', 'as-printed', 'shapotou');
const document = 'shapotou.zhibiao.yaml';

/** The configuration that docs/editors.md gives, then the commands as a person would call them. */
const script = `
(setq eglot-sync-connect 20)
(define-derived-mode zhibiao-mode prog-mode "指标")
(add-to-list 'auto-mode-alist '("\\\\.\\\\(zhibiao\\\\|指标\\\\)\\\\.ya?ml\\\\'" . zhibiao-mode))
(add-to-list 'eglot-server-programs
  (list 'zhibiao-mode (gethash "node" given) (gethash "cli" given) "lsp" "--stdio"))
(find-file (gethash "file" given))
(apply #'eglot--connect (eglot--guess-contact))
(flymake-mode 1)
(defun wait-until (what test)
  (with-timeout (20 (error "never: %s" what))
    (while (not (funcall test)) (flymake-start) (accept-process-output nil 0.05))))
(wait-until "diagnostics" #'flymake-diagnostics)
(let ((before (mapcar (lambda (d) (vector (line-number-at-pos (flymake-diagnostic-beg d)) (flymake-diagnostic-text d)))
                      (flymake-diagnostics)))
      (server (eglot--current-server-or-lose)))
  (goto-char (point-min))
  (search-forward "区司法局")
  (let* ((params (eglot--TextDocumentPositionParams))
         (hover (plist-get (jsonrpc-request server :textDocument/hover params) :contents))
         (definition (jsonrpc-request server :textDocument/definition params)))
    ; It asks before it changes a file that is not open: yes.
    (cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t))) (eglot-rename "区法治局"))
    (list :before (vconcat before)
          :hover (plist-get hover :value)
          :definition (plist-get (elt definition 0) (if (plist-member (elt definition 0) :uri) :uri :targetUri))
          :renamed (how-many "区法治局" (point-min) (point-max))
          :left (how-many "区司法局" (point-min) (point-max)))))
`;

interface Result {
  readonly before: readonly (readonly [line: number, text: string])[];
  readonly hover: string;
  readonly definition: string;
  readonly renamed: number;
  readonly left: number;
}

describe('Emacs with eglot', () => {
  it('shows the findings of the command line, hovers, jumps to the registry and renames', async () => {
    const read = (name: string) => readFileSync(join(county, name), 'utf8');
    const text = read(document);
    const told = (await check([document], { cwd: county })).get(document) ?? [];
    const files = { [document]: text, 'shapotou.danwei.yaml': read('shapotou.danwei.yaml') };
    const given = { node: process.execPath, cli, file: document };
    const result = await runEmacs<Result>({ script, files, given });
    const expected = told.map(({ rule, message, range }) => `${range.start.line + 1} zhibiao [${rule}]: ${message}`);
    expect(result.before.map(([line, shown]) => `${line} ${shown}`).sort()).toEqual(expected.sort());
    expect(result.hover).toContain('区司法局');
    expect(decodeURIComponent(result.definition)).toMatch(/shapotou\.danwei\.yaml$/);
    // Where the name is part of another text it stays.
    expect(result.renamed).toBeGreaterThan(40);
    expect(result.renamed + result.left).toBe(text.split('区司法局').length - 1);
  });
});
