import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { EXPORT_FORMATS, EXPORT_VIEWS, type ExportFormat, type ExportView } from '../../../server/src/protocol/export';
import { unitsRequest } from '../../../server/src/protocol/units';
import type { ClientHost } from '../host';

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
  const messages = host.messages.exporting;
  // What is looked at comes first.
  const order =
    shown === undefined ? EXPORT_VIEWS : EXPORT_VIEWS.toSorted((a, b) => Number(b === 'unit') - Number(a === 'unit'));
  const views = order.map((view) => ({ ...messages.views[view], view }));
  const title = messages.title;
  const view = (await window.showQuickPick(views, { title, placeHolder: messages.chooseView, matchOnDetail: true }))
    ?.view;
  const units = view === 'unit' ? await askUnits(host, uri, shown) : { split: false };
  if (!view || !units) return undefined;
  const formats = EXPORT_FORMATS.map((format) => ({ ...messages.formats[format], format }));
  const picked = await window.showQuickPick(formats, {
    title,
    placeHolder: messages.chooseFormat,
    matchOnDetail: true,
  });
  return picked && { view, format: picked.format, ...units };
}

interface UnitPick extends QuickPickItem {
  readonly choice?: Pick<Choices, 'unit' | 'split'>;
}

async function askUnits(
  host: ClientHost,
  uri: string,
  shown: string | undefined,
): Promise<Pick<Choices, 'unit' | 'split'> | undefined> {
  const { allInOne, oneEach, chooseUnits, title } = host.messages.exporting;
  const names = ((await host.request(unitsRequest, { uri }))?.units ?? []).map(({ name }) => name);
  const one = (unit: string): UnitPick => ({ label: unit, choice: { unit, split: false } });
  const others = names.filter((name) => name !== shown);
  const picks: UnitPick[] = [
    ...(shown === undefined ? [] : [one(shown)]),
    { ...allInOne, choice: { split: false } },
    { ...oneEach, choice: { split: true } },
    ...(others.length > 0 ? [{ label: '', kind: QuickPickItemKind.Separator }] : []),
    ...others.map(one),
  ];
  return (await window.showQuickPick(picks, { title, placeHolder: chooseUnits }))?.choice;
}
