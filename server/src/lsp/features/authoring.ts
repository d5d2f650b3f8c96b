import type { Corpus } from '../../model/corpus';
import type { Edition, NewFileParams, NumberEdit } from '../../protocol/authoring';
import { editionsRequest, newFileRequest, newRegistryRequest, renumberRequest } from '../../protocol/authoring';
import { toLspEdit } from '../../service/code-actions';
import { registrySkeleton } from '../../service/registry-skeleton';
import { renumberAll } from '../../service/renumber';
import { skeleton } from '../../service/skeleton';
import type { Feature, Host } from '../host';

/** What the commands of our own clients ask for: new files, and renumbering. */
export const authoring: Feature = {
  capabilities: () => ({}),
  listen(host) {
    const { connection } = host;
    connection.onRequest(editionsRequest.method, ({ folder }: { folder: string }) =>
      host.guard<readonly Edition[]>([], async () => (await corporaIn(host, folder)).map(editionOf)),
    );
    connection.onRequest(newFileRequest.method, (params: NewFileParams) =>
      host.guard<string | null>(null, async () => {
        const corpora = await corporaIn(host, params.folder);
        const corpus = corpora.find(({ name }) => name === params.edition);
        return corpus ? skeleton(corpus, params) : null;
      }),
    );
    connection.onRequest(newRegistryRequest.method, ({ county }: { county: string }) => registrySkeleton(county));
    connection.onRequest(renumberRequest.method, ({ uri }: { uri: string }, token) =>
      host.answer<readonly NumberEdit[]>(uri, [], token, (file) =>
        renumberAll(file).map((edit) => toLspEdit(file.document.lines, edit)),
      ),
    );
  },
};

/** Each edition once: of two corpora with one name, the one that wins. */
async function corporaIn(host: Host, folder: string): Promise<Corpus[]> {
  const corpora = await host.project.corporaFor(`${folder || 'untitled:'}/_.zhibiao.yaml`);
  return [...new Map([...corpora].reverse().map((corpus) => [corpus.name, corpus])).values()].reverse();
}

function editionOf({ name, names, total, file }: Corpus): Edition {
  const [shortName = name] = names.toSorted((a, b) => a.length - b.length);
  const doubtful = file.items.filter(({ certainty }) => certainty?.value.trim() === '待核').length;
  const note = /^[^。]*。?/.exec(file.note?.value.trim() ?? '')?.[0];
  return { name, shortName, items: total, doubtful, ...(note && { note }) };
}
