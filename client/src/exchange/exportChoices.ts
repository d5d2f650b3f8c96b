import { QuickPickItemKind } from 'vscode';
import { EXPORT_FORMATS, EXPORT_VIEWS, type ExportFormat, type ExportView } from '../../../server/src/protocol/export';
import { unitsRequest } from '../../../server/src/protocol/units';
import type { ClientHost } from '../host';
import { askInSteps, type StepPick } from '../steps';

/** What a person wants to export. */
export interface Choices {
  readonly view: ExportView;
  readonly format: ExportFormat;
  readonly unit?: string;
  readonly split: boolean;
}

/** Asks for the view, the units where it is theirs, and the format. @param shown the unit that the preview shows */
export async function askChoices(
  host: ClientHost,
  uri: string,
  shown: string | undefined,
): Promise<Choices | undefined> {
  const { views, formats, title, chooseView, chooseUnits, chooseFormat } = host.messages.exporting;
  // What is looked at comes first.
  const order =
    shown === undefined ? EXPORT_VIEWS : EXPORT_VIEWS.toSorted((a, b) => Number(b === 'unit') - Number(a === 'unit'));
  const answers = await askInSteps<Choices>(title, [
    { placeholder: chooseView, picks: () => order.map((view) => ({ ...views[view], answer: { view } })) },
    { placeholder: chooseUnits, picks: ({ view }) => (view === 'unit' ? unitPicks(host, uri, shown) : []) },
    {
      placeholder: chooseFormat,
      picks: () => EXPORT_FORMATS.map((format) => ({ ...formats[format], answer: { format } })),
    },
  ]);
  return answers?.view && answers.format && { split: false, ...answers, view: answers.view, format: answers.format };
}

async function unitPicks(host: ClientHost, uri: string, shown: string | undefined): Promise<StepPick<Choices>[]> {
  const { allInOne, oneEach } = host.messages.exporting;
  const names = ((await host.request(unitsRequest, { uri }))?.units ?? []).map(({ name }) => name);
  const one = (unit: string) => ({ label: unit, answer: { unit, split: false } });
  const others = names.filter((name) => name !== shown);
  return [
    ...(shown === undefined ? [] : [one(shown)]),
    { ...allInOne, answer: { split: false } },
    { ...oneEach, answer: { split: true } },
    ...(others.length > 0 ? [{ label: '', kind: QuickPickItemKind.Separator }] : []),
    ...others.map(one),
  ];
}
