import { type Printed, SEVERITY_ORDER } from '../../../../server/src/protocol/preview';
import { fill } from '../fill';
import type { PreviewState } from '../protocol';
import type { PreviewWords } from '../words';
import { element } from './dom';

export interface Toolbar {
  readonly root: HTMLElement;
  show(state: PreviewState, printed: Printed, words: PreviewWords): void;
}

/** Chooses whose items are shown, and whether only those with findings; a button exports them. */
export function createToolbar(
  choose: (unit: string | undefined, onlyFindings: boolean) => void,
  exportShown: () => void,
): Toolbar {
  const [unitLabel, unit] = [element('span', ''), element('select', '')];
  const [filterLabel, filter] = [element('span', ''), element('input', '')];
  filter.type = 'checkbox';
  const counts = element('div', 'counts');
  counts.setAttribute('role', 'group');
  const exportButton = element('button', '');
  exportButton.type = 'button';
  exportButton.addEventListener('click', exportShown);
  const root = element(
    'nav',
    'toolbar',
    element('label', '', unitLabel, unit),
    element('label', '', filter, filterLabel),
    counts,
    exportButton,
  );
  let choices = '';
  const chosen = () => choose(unit.value === '' ? undefined : unit.value, filter.checked);
  unit.addEventListener('change', chosen);
  filter.addEventListener('change', chosen);

  return {
    root,
    show(state, printed, words) {
      unitLabel.textContent = words.unit;
      filterLabel.textContent = words.onlyFindings;
      exportButton.textContent = words.export;
      filter.checked = state.onlyFindings;
      const next = JSON.stringify([printed.units, words.allUnits]);
      // A list that is open would close.
      if (next !== choices) unit.replaceChildren(...options(printed, words));
      choices = next;
      unit.value = printed.unit ?? '';
      unit.disabled = printed.units.length === 0;
      counts.setAttribute('aria-label', words.counts);
      counts.replaceChildren(
        ...SEVERITY_ORDER.filter((severity) => printed.counts[severity] > 0).map((severity) => {
          const count = element('span', `count ${severity}`, String(printed.counts[severity]));
          count.title = `${words[severity]} ${printed.counts[severity]}`;
          count.setAttribute('role', 'img');
          count.setAttribute('aria-label', count.title);
          return count;
        }),
      );
    },
  };
}

function options({ units }: Printed, words: PreviewWords): HTMLOptionElement[] {
  const all = element('option', '', words.allUnits);
  all.value = '';
  return [
    all,
    ...units.map((one) => {
      const roles = (['lead', 'responsible', 'support'] as const).filter((role) => one[role] > 0);
      const texts = roles.map((role) => fill(words[role], { count: one[role] })).join(words.separator);
      const option = element('option', '', fill(words.unitChoice, { name: one.name, roles: texts }));
      option.value = one.name;
      return option;
    }),
  ];
}
