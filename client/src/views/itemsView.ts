import { MarkdownString, TreeItemCollapsibleState } from 'vscode';
import { type FindingSeverity, outlineDetailsRequest, outlineRequest } from '../../../server/src/protocol/outline';
import { goToCommand } from '../commands/goTo';
import type { ClientHost } from '../host';
import { createFollowingView, type FollowingView, type Shown } from './followingView';
import { type ItemElement, itemElementAt, itemElements, itemLook } from './itemTree';
import { treeItem } from './treeItem';

/** The 指标 tree: sections, items, 附加项, 合并报送; units of a registry. */
export function createItemsView(host: ClientHost): FollowingView {
  return createFollowingView('zhibiao.items', host.followed, (uri) => read(host, uri));
}

async function read(host: ClientHost, uri: string): Promise<Shown<ItemElement> | undefined> {
  const outline = await host.request(outlineRequest, { uri });
  if (!outline) return undefined;
  const messages = host.messages.views;
  const roots = itemElements(outline, uri);
  const count = outline.nodes.some(({ kind }) => kind === 'unit' || kind === 'category')
    ? messages.units(outline.size)
    : messages.items(outline.size);
  return {
    uri,
    description: [outline.title, count].filter(Boolean).join(' · '),
    roots,
    empty: messages.noItems,
    children: (element) => element.children(),
    parent: (element) => element.parent,
    item(element) {
      const { id, node } = element;
      const item = treeItem(id, itemLook(node, messages));
      if (node.children?.length) item.collapsibleState = TreeItemCollapsibleState.Collapsed;
      item.command = goToCommand(uri, node.place);
      return item;
    },
    tooltip: (element) => tooltip(host, uri, element),
    at: (position) => itemElementAt(roots, position),
  };
}

const ICONS: Readonly<Record<FindingSeverity, string>> = {
  error: '$(error)',
  warning: '$(warning)',
  info: '$(info)',
  hint: '$(lightbulb)',
};

/** The whole text and the findings. What comes from the file is text, whatever it looks like. */
async function tooltip(host: ClientHost, uri: string, { node }: ItemElement): Promise<MarkdownString | undefined> {
  const { place, range } = node;
  const details = await host.request(outlineDetailsRequest, { uri, place, range });
  if (!details) return undefined;
  const messages = host.messages.views;
  const markdown = new MarkdownString(undefined, true);
  markdown.appendText(itemLook({ ...node, text: details.text || node.text }, messages).label);
  for (const { key, value } of details.rows) markdown.appendMarkdown('\n\n').appendText(messages.row(key, value));
  if (details.findings.length > 0) markdown.appendMarkdown('\n\n---');
  for (const { severity, message } of details.findings) {
    markdown.appendMarkdown(`\n\n${ICONS[severity]} `).appendText(message);
  }
  return markdown;
}
