import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ADD_TRANSITIONS } from '../../lib/domain/outbox/add-transitions';
import { SEND_TRANSITIONS } from '../../lib/domain/outbox/send-transitions';
import type { TransitionTable } from '../../lib/domain/outbox/transitions';
import { ROOT } from './project-files';

const reliability = readFileSync(path.join(ROOT, 'docs/reliability.md'), 'utf8');

/** The rows of the document's table whose first column has this heading. */
function documented(heading: string): readonly string[] {
  const rows = reliability.split('\n').map((line) =>
    line
      .replaceAll('`', '')
      .split('|')
      .map((cell) => cell.trim()),
  );
  const start = rows.findIndex(([, first, second]) => first === heading && second === 'event');
  const end = rows.findIndex((cells, index) => index > start && cells.length === 1);
  return rows.slice(start + 2, end).map(([, state, event, next]) => `${state} ${event} ${next}`);
}

const inCode = (table: TransitionTable): readonly string[] =>
  Object.entries(table).flatMap(([state, events]) =>
    Object.entries(events).map(([event, next]) => `${state} ${event} ${next}`),
  );

test.each([
  ['message', SEND_TRANSITIONS],
  ['add', ADD_TRANSITIONS],
])('the states of a %s are documented as they are', (heading, table) => {
  expect(documented(heading)).toEqual(inCode(table));
});
