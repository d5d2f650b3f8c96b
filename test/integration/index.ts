import 'mocha/mocha';
import type MochaRunner from 'mocha';
import { editing } from './editing';
import { closeAll, type Tests } from './editor';
import { findings } from './findings';
import { language } from './language';
import { settings } from './settings';

// mocha's bundle for browsers, which leaves its class here, runs in each of the extension hosts.
const { Mocha } = globalThis as unknown as { readonly Mocha: typeof MochaRunner };

const groups: Readonly<Record<string, Tests>> = { findings, editing, language, settings };

/** Prints a line for each test, which those who started VS Code look for. */
class Lines extends Mocha.reporters.Base {
  constructor(runner: MochaRunner.Runner, options: MochaRunner.MochaOptions) {
    super(runner, options);
    runner.on('pass', (test) => console.log(`passed: ${test.fullTitle()}`));
    runner.on('fail', (test, error) => console.log(`failed: ${test.fullTitle()}: ${error.message}`));
  }
}

/** What VS Code calls, with the extension loaded and the workspace open. Rejects unless all tests pass. */
export function run(): Promise<void> {
  const mocha = new Mocha({ reporter: Lines, timeout: 60_000 });
  mocha.suite.afterEach(closeAll);
  for (const [title, tests] of Object.entries(groups)) {
    const suite = Mocha.Suite.create(mocha.suite, title);
    for (const [name, body] of Object.entries(tests)) suite.addTest(new Mocha.Test(name, body));
  }
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}
