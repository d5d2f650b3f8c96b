import { parseDeadline } from '../../domain/deadline';
import { parseHeading } from '../../domain/heading';
import type { Paragraph } from '../source/types';
import type { DraftPhase } from './draft';

const PHASE = /^(.{2,30}阶段)\s*[（(]([^（）()]{4,40})[）)]\s{0,20}[。：:]?(.*)$/;

/**
 * Reads the phases that a text sets: a numbered heading such as （一）自查阶段（2023年11月17日至11月26日） and the paragraphs up
 * to the next heading. Headings that do not run upwards are left alone: what belongs to which cannot be told.
 */
export function readPhases(paragraphs: readonly Paragraph[]): {
  readonly phases: readonly DraftPhase[];
  readonly used: ReadonlySet<Paragraph>;
} {
  const phases: DraftPhase[] = [];
  const used = new Set<Paragraph>();
  let [last, open] = [0, false];
  for (const paragraph of paragraphs) {
    const heading = parseHeading(paragraph.text);
    const match = heading ? PHASE.exec(paragraph.text) : null;
    if (heading && match) {
      const [, name = '', time = '', rest = ''] = match;
      if (heading.number !== last + 1 || !/\d/.test(time)) return { phases: [], used: new Set() };
      phases.push({ name, ...(time && { time }), text: rest.trim() });
      used.add(paragraph);
      [last, open] = [heading.number, true];
    } else if (heading) {
      open = false;
    } else if (open) {
      const phase = phases.at(-1);
      if (phase) phases[phases.length - 1] = { ...phase, text: phase.text + paragraph.text };
      used.add(paragraph);
    }
  }
  const isWhole =
    phases.length > 1 && phases.every(({ text, time }) => text !== '' && time !== undefined && readable(time));
  return isWhole ? { phases, used } : { phases: [], used: new Set() };
}

/** A time that the check can say something of: a deadline, or a range that it finds fault with. */
function readable(time: string): boolean {
  const reading = parseDeadline(time);
  return reading.ok || /\d{1,2}\s*月/.test(time);
}
