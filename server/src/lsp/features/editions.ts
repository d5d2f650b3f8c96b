import { compareCounties } from '../../exchange/compare/compare';
import { comparisonPrintout, select } from '../../exchange/compare/table';
import { write } from '../../exchange/export/index';
import { migrate } from '../../exchange/migrate/migrate';
import { migrationReport } from '../../exchange/migrate/report';
import {
  type CompareParams,
  compareRequest,
  type MigrateAnswer,
  type MigrateParams,
  migrateRequest,
} from '../../protocol/editions';
import type { Checked } from '../../workspace/project';
import type { Feature, Host } from '../host';

/** Other editions, and the tables of other counties. */
export const editions: Feature = {
  capabilities: () => ({}),
  listen(host) {
    const { connection } = host;
    connection.onRequest(migrateRequest.method, ({ uri, edition }: MigrateParams, token) =>
      host.answer<MigrateAnswer | null>(uri, null, token, async (file) => {
        const next = (await host.project.corporaFor(uri)).find(({ name }) => name === edition);
        if (!next) return { refusal: 'no-edition' };
        const made = migrate(file, next);
        if (typeof made === 'string') return { refusal: made };
        return { text: made.text, report: migrationReport(made), doubts: made.doubts };
      }),
    );
    connection.onRequest(compareRequest.method, (params: CompareParams) =>
      host.guard<string | null>(null, () => compare(host, params)),
    );
  },
};

async function compare({ project }: Host, { uris, onlyDifferences }: CompareParams): Promise<string | null> {
  const files: Checked[] = [];
  for (const uri of uris) {
    const file = await project.open(uri);
    if (file?.document.kind === 'zhibiao') files.push(file);
  }
  if (files.length < 2) return null;
  const names = files.map(({ uri }) => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)));
  const comparison = select(compareCounties(files, names), { onlyDifferences });
  return new TextDecoder().decode(await write(comparisonPrintout(comparison), 'html'));
}
