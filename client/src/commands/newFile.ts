import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import {
  type Edition,
  editionsRequest,
  newFileRequest,
  newRegistryRequest,
} from '../../../server/src/protocol/authoring';
import type { ClientHost } from '../host';
import { exists, nameOf } from '../uris';
import { isCounty, plainName } from './county';

/** New indicator file: which edition, which county, which year, and whose units. */
export function registerNewFile(host: ClientHost): Disposable {
  return commands.registerCommand('zhibiao.newFile', () => newFile(host));
}

async function newFile(host: ClientHost): Promise<void> {
  const { messages } = host;
  const folder = await chooseFolder();
  if (folder === null) return;
  const words = { title: messages.newFile, placeHolder: messages.chooseEdition, failed: messages.newFileFailed };
  const edition = await chooseEdition(host, folder, words);
  const county = edition && (await askCounty(host));
  const year = county && (await askYear(host));
  if (!edition || !county || !year) return;
  const registry = folder && (await registryFor(host, folder, county));
  const params = { folder: String(folder ?? ''), edition: edition.name, county, year: Number(year) };
  const text = await host.request(newFileRequest, { ...params, ...(registry && { registryPath: `./${registry}` }) });
  if (!text) {
    window.showErrorMessage(messages.newFileFailed);
    return;
  }
  if (!folder) {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'zhibiao', content: text }));
    return;
  }
  const file = await free(folder, plainName(county), '.指标.yaml');
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await window.showTextDocument(file, { preview: false });
}

/** The folder of the active file, else the only one, else the one that is picked, null for none; undefined without a folder. */
async function chooseFolder(): Promise<Uri | null | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const active = window.activeTextEditor?.document.uri;
  const own = active && workspace.getWorkspaceFolder(active);
  if (own) return Uri.joinPath(active, '..');
  return folders.length > 1 ? ((await window.showWorkspaceFolderPick())?.uri ?? null) : folders[0]?.uri;
}

/** Asks which of the editions that files of a folder can follow is meant; says `failed` where there is none. */
export async function chooseEdition(
  host: ClientHost,
  folder: Uri | undefined,
  { failed, ...words }: { readonly title: string; readonly placeHolder: string; readonly failed: string },
): Promise<Edition | undefined> {
  const editions = await host.request(editionsRequest, { folder: String(folder ?? '') });
  if (!editions?.length) {
    window.showErrorMessage(failed);
    return undefined;
  }
  const picks = editions.map((edition) => ({
    label: edition.shortName,
    description: edition.name,
    // The note last: it may be longer than the list is wide.
    detail: [host.messages.editionDetail(edition.items, edition.doubtful), edition.note].filter(Boolean).join(' · '),
    edition,
  }));
  const picked = await window.showQuickPick(picks, { ...words, matchOnDescription: true });
  return picked?.edition;
}

function askCounty({ messages }: ClientHost): Thenable<string | undefined> {
  return window.showInputBox({
    title: messages.newFile,
    prompt: messages.askCounty,
    placeHolder: messages.countyExample,
    validateInput: (value) => (isCounty(value) ? undefined : messages.countyInvalid),
  });
}

function askYear({ messages }: ClientHost): Thenable<string | undefined> {
  return window.showInputBox({
    title: messages.newFile,
    prompt: messages.askYear,
    value: String(new Date().getFullYear()),
    validateInput: (value) => (/^(?:19|20)\d\d$/.test(value) ? undefined : messages.yearInvalid),
  });
}

/** The name of a registry beside the new file: one that is there, or a new one. */
async function registryFor(host: ClientHost, folder: Uri, county: string): Promise<string | undefined> {
  const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  const [known] = names.filter((name) => /\.(?:单位|danwei)\.ya?ml$/u.test(name)).sort();
  if (known) return known;
  const text = await host.request(newRegistryRequest, { county });
  if (!text) return undefined;
  const file = await free(folder, plainName(county), '.单位.yaml');
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return nameOf(file);
}

/** A name that is not taken: 沁水.指标.yaml, 沁水2.指标.yaml … */
async function free(folder: Uri, name: string, ending: string): Promise<Uri> {
  for (let count = 1; ; count++) {
    const uri = Uri.joinPath(folder, `${name}${count > 1 ? count : ''}${ending}`);
    if (!(await exists(uri))) return uri;
  }
}
