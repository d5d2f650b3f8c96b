import { type FileDecoration, type FileDecorationProvider, ThemeColor, ThemeIcon, TreeItem, Uri } from 'vscode';
import type { ViewMessages } from './messages';
import type { Look, Problems } from './tree';

/** Addresses that stand for nothing but a number of findings: all that a decoration is made from. */
const scheme = 'zhibiao-findings';

/** A line of a tree as VS Code wants it. */
export function treeItem(id: string, look: Look): TreeItem {
  const { label, description, icon, color, problems, tooltip, spoken, context } = look;
  const item = new TreeItem(label);
  item.id = id;
  item.description = description;
  item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
  item.contextValue = context;
  item.accessibilityInformation = { label: spoken };
  if (problems) item.resourceUri = problemsUri(problems);
  if (tooltip !== undefined) item.tooltip = tooltip;
  return item;
}

function problemsUri({ errors, warnings }: Problems): Uri {
  return Uri.from({ scheme, path: `/${errors}/${warnings}` });
}

/** The badge with the number of errors and warnings, and its colour. */
export function decorations(messages: () => ViewMessages): FileDecorationProvider {
  return {
    provideFileDecoration(uri): FileDecoration | undefined {
      if (uri.scheme !== scheme) return undefined;
      const [errors = 0, warnings = 0] = uri.path.slice(1).split('/').map(Number);
      return {
        badge: errors + warnings > 99 ? '99' : String(errors + warnings),
        color: new ThemeColor(errors > 0 ? 'list.errorForeground' : 'list.warningForeground'),
        tooltip: messages().problems(errors, warnings),
      };
    },
  };
}
