import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDocument } from '../../server/src/model/document';
import type { IndicatorFile } from '../../server/src/model/types';
import type { CorpusText } from './clean';

/** The corpora that come with the tool. @param root of the repository */
export function loadCorpora(root: string): CorpusText[] {
  return ['2021', '2019'].map((name) => {
    const path = join(root, 'seeds/requirements', `${name}.yaoqiu.yaml`);
    const bytes = readFileSync(path);
    const uri = pathToFileURL(path).toString();
    const { model } = readDocument(uri, 'yaoqiu', bytes.toString('utf8'));
    return { uri, name, bytes, file: model as IndicatorFile };
  });
}
