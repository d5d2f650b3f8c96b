import { Disposable, QuickInputButtons, type QuickPickItem, window } from 'vscode';

export interface StepPick<Answers> extends QuickPickItem {
  /** What choosing it adds to the answers. */
  readonly answer?: Partial<Answers>;
}

/** One of several questions that are asked one after the other. */
export interface Step<Answers> {
  readonly placeholder: string;
  /** What can be chosen after the answers so far; nothing where the question does not arise. */
  picks(answers: Partial<Answers>): readonly StepPick<Answers>[] | Promise<readonly StepPick<Answers>[]>;
}

/**
 * Asks all steps in one input, with a way back. A new input for each would be gone when something else takes the focus in
 * between: a web view gets it back some time after an input closes.
 * @returns all answers together; undefined where the person thought better of it
 */
export async function askInSteps<Answers>(
  title: string,
  steps: readonly Step<Answers>[],
): Promise<Partial<Answers> | undefined> {
  const input = window.createQuickPick<StepPick<Answers>>();
  input.title = title;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  const given: { readonly step: number; readonly answers: Partial<Answers> }[] = [];
  let answers: Partial<Answers> = {};
  let isOpen = true;
  const hidden = new Promise<undefined>((resolve) => {
    input.onDidHide(() => {
      isOpen = false;
      resolve(undefined);
    });
  });
  try {
    for (let step = 0; step < steps.length; ) {
      const { placeholder, picks } = steps[step] as Step<Answers>;
      input.busy = true;
      input.items = [];
      input.value = '';
      input.placeholder = placeholder;
      input.buttons = given.length > 0 ? [QuickInputButtons.Back] : [];
      input.show();
      const offered = await picks(answers);
      input.items = offered;
      input.busy = false;
      const chosen = offered.length === 0 ? {} : await Promise.race([hidden, choice(input)]);
      if (!isOpen || chosen === undefined) return undefined;
      if (chosen === 'back') ({ step, answers } = given.pop() ?? { step: 0, answers: {} });
      else {
        if (offered.length > 0) given.push({ step, answers });
        answers = { ...answers, ...chosen };
        step++;
      }
    }
    return answers;
  } finally {
    input.dispose();
  }
}

/** The answer of the pick that is taken, or that the person wants to go back. */
function choice<Answers>(input: ReturnType<typeof window.createQuickPick<StepPick<Answers>>>) {
  return new Promise<Partial<Answers> | 'back'>((resolve) => {
    const listening = Disposable.from(
      input.onDidTriggerButton(() => done('back')),
      input.onDidAccept(() => {
        const answer = input.selectedItems[0]?.answer;
        if (answer) done(answer);
      }),
    );
    function done(result: Partial<Answers> | 'back'): void {
      listening.dispose();
      resolve(result);
    }
  });
}
