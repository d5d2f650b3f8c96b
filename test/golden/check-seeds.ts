import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../server/src/lsp/node-files';
import { type Finding, renderMessage } from '../../server/src/rules/finding';
import { type Checked, Project } from '../../server/src/workspace/project';

export const seeds = resolve(import.meta.dirname, '../../seeds');

/** The corpora that come with the tool. */
export function bundledCorpora(): string[] {
  return yamlFiles(join(seeds, 'requirements')).map((path) => pathToFileURL(path).toString());
}

/** Paths of the YAML files directly in a folder. */
export function yamlFiles(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => join(folder, name));
}

/** Checks a file as the command line does. */
export function checkFile(path: string): Promise<Checked> {
  const project = new Project(nodeFiles, bundledCorpora());
  return project.check(pathToFileURL(path).toString(), readFileSync(path, 'utf8'));
}

/** The findings of a file, a line each: place, severity, rule, message. */
export function report(path: string, checked: Checked): string {
  const { lines } = checked.document;
  const row = ({ span, severity, rule, message }: Finding) => {
    const { line, character } = lines.positionAt(span.start);
    return `${line + 1}:${character + 1} ${severity} ${rule} ${renderMessage(message)}\n`;
  };
  return `# ${basename(path)}\n${checked.findings.map(row).join('')}`;
}
