import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFromWebview, readState, readToWebview } from '../../../client/src/preview/protocol';
import { previewWords } from '../../../client/src/preview/words';
import { preview } from '../../../server/src/service/preview';
import { open, seed } from '../../service/harness';

const words = previewWords.chinese;
const state = { uri: 'file:///a.zhibiao.yaml', onlyFindings: false };

describe('messages to the webview', () => {
  it.each(['as-printed/shapotou/shapotou', 'as-printed/zhashui/zhashui', 'as-printed/baofeng/scheme'])(
    'take what the server makes of %s',
    async (name) => {
      const { workspace, file } = await open({ 'a.zhibiao.yaml': seed(`${name}.zhibiao.yaml`) });
      for (const options of [{}, { onlyFindings: true }, { unit: '区司法局' }]) {
        const message = JSON.parse(
          JSON.stringify({ type: 'show', state, words, printed: preview(workspace, file, options) }),
        );
        expect(readToWebview(message)).toBe(message);
      }
    },
  );

  it('have nothing wrong anywhere inside', async () => {
    const { workspace, file } = await open({
      'a.zhibiao.yaml': '标题: 表\n一级指标: [{ 名称: 一、甲, 三级指标: [{ 序号: 1, 内容: 事 }] }]',
    });
    const message = { type: 'show', state, words, printed: preview(workspace, file, {}) };
    expect(readToWebview(message)).toBeDefined();
    // Each leaf in turn becomes something of another type.
    const leaves = JSON.stringify(message).match(/(?<=[:[])(?:"(?:[^"\\]|\\.)*"|-?\d+|true|false)(?=[,\]}])/g) ?? [];
    expect(leaves.length).toBeGreaterThan(50);
    let index = 0;
    for (const _ of leaves) {
      let at = -1;
      const broken = JSON.stringify(message).replace(
        /(?<=[:[])(?:"(?:[^"\\]|\\.)*"|-?\d+|true|false)(?=[,\]}])/g,
        (leaf) => (++at === index ? '{"other":1}' : leaf),
      );
      expect(readToWebview(JSON.parse(broken)), `leaf ${index}: ${leaves[index]}`).toBeUndefined();
      index++;
    }
  });

  it.each([
    [{ type: 'cursor', line: 3 }, true],
    [{ type: 'cursor', line: -1 }, false],
    [{ type: 'cursor', line: 1.5 }, false],
    [{ type: 'cursor' }, false],
    [{ type: 'scroll', line: 3, hasCursor: true }, true],
    [{ type: 'scroll', line: 3, hasCursor: false, edge: 'bottom' }, true],
    [{ type: 'scroll', line: 3, hasCursor: false, edge: 'left' }, false],
    [{ type: 'nothing', message: '没有' }, true],
    [{ type: 'nothing' }, false],
    [{ type: 'toString' }, false],
    [{ type: '__proto__' }, false],
    [null, false],
    ['cursor', false],
  ])('%j: %s', (message, understood) => {
    expect(readToWebview(message) !== undefined).toBe(understood);
  });
});

describe('messages from the webview', () => {
  const reveal = { type: 'reveal', uri: state.uri, line: 3, character: 0, open: false };
  it.each([
    [{ type: 'ready' }, true],
    [{ type: 'export' }, true],
    [{ type: 'filter', onlyFindings: true }, true],
    [{ type: 'filter', onlyFindings: true, unit: '县司法局' }, true],
    [{ type: 'filter', unit: '县司法局' }, false],
    [{ type: 'filter', onlyFindings: true, unit: 1 }, false],
    [reveal, true],
    [{ ...reveal, line: -1 }, false],
    [{ ...reveal, uri: undefined }, false],
    [{ ...reveal, open: 'yes' }, false],
    [{ type: 'show' }, false],
    [undefined, false],
  ])('%j: %s', (message, understood) => {
    expect(readFromWebview(message) !== undefined).toBe(understood);
  });

  it('are anything at all without harm', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const read of [readFromWebview, readToWebview, readState]) read(value);
      }),
    );
  });
});

describe('the state that a webview kept', () => {
  it.each([
    [state, true],
    [{ ...state, unit: '县司法局' }, true],
    [{ uri: 1, onlyFindings: false }, false],
    [undefined, false],
  ])('%j: %s', (kept, understood) => {
    expect(readState(kept) !== undefined).toBe(understood);
  });
});
