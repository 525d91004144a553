import { describe, expect, test } from 'vitest';
import type { Contact } from '@/lib/domain/contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ListId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { uuidOf } from '@/lib/outbox/testing/entries';
import { contactOf } from '@/lib/domain/testing/contact';
import { createContactStatus } from './contact-status';

const identity = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });
const listId = ListId.parse(uuidOf(1));
const offline = err({ code: 'offline' } as const);
const automation = { id: 'a', name: 'Q4 outreach', status: 'in_progress' };

interface Answers {
  readonly found?: Result<Contact | null>;
  readonly list?: Result<string | null>;
  readonly stages?: Result<Readonly<Record<string, string>>>;
  readonly isOffline?: boolean;
}

function statusWith({ found = ok(contactOf({ listId, stageId: 'new' })), ...answers }: Answers = {}) {
  const lookups: unknown[] = [];
  const service = createContactStatus({
    client: {
      lookup: (wanted) => {
        lookups.push(wanted);
        return Promise.resolve(found);
      },
      automations: () => Promise.resolve(answers.isOffline === true ? offline : ok([automation])),
    },
    catalog: {
      listName: () => Promise.resolve(answers.list ?? ok('EU founders')),
      stageNames: () => Promise.resolve(answers.stages ?? ok({ new: 'New' })),
    },
    now: () => Date.UTC(2026, 10, 23, 12),
  });
  return { service, lookups };
}

const complete = { listName: 'EU founders', stageName: 'New', automations: [automation], extras: 'complete' };

describe('a person who is present', () => {
  test.each<[string, Answers, object]>([
    ['with everything', {}, complete],
    ['on no list', { found: ok(contactOf({ listId: null, stageId: 'new' })) }, { ...complete, listName: null }],
    ['in no stage', { found: ok(contactOf({ listId, stageId: null })) }, { ...complete, stageName: null }],
    ['in an unknown stage', { stages: ok({}) }, { ...complete, stageName: null }],
    ['whose list failed', { list: offline }, { ...complete, listName: null, extras: 'partial' }],
    ['whose stage failed', { stages: offline }, { ...complete, stageName: null, extras: 'partial' }],
    ['whose automations failed', { isOffline: true }, { ...complete, automations: [], extras: 'partial' }],
  ])('is described: %s', async (_name, answers, expected) => {
    const { service } = statusWith(answers);
    const asOf = '2026-11-23T12:00:00.000Z';
    expect(await service.get(identity, false)).toMatchObject(ok({ kind: 'present', asOf, ...expected }));
  });
});

describe('the answer of the last minute', () => {
  test.each<[string, Answers, number]>([
    ['complete', {}, 1],
    ['absent', { found: ok(null) }, 1],
    ['partial', { list: offline }, 2],
  ])('serves the next call when it is %s', async (_name, answers, lookups) => {
    const status = statusWith(answers);
    expect(status.service.recent(identity)).toBeNull();
    const first = await status.service.get(identity, false);
    expect(ok(status.service.recent(identity))).toEqual(first);
    expect(await status.service.get(identity, false)).toEqual(first);
    expect(status.lookups).toHaveLength(lookups);
  });

  test('is not used for a fresh one, and is forgotten after a write', async () => {
    const { service, lookups } = statusWith();
    await service.get(identity, false);
    await service.get(identity, true);
    expect(lookups).toEqual([identity, identity]);
    service.forgetAll();
    expect(service.recent(identity)).toBeNull();
  });
});

test('another contact says neither that the person is present nor absent', async () => {
  const { service } = statusWith({ found: ok(contactOf({ slug: 'someone-else' })) });
  expect(await service.get(identity, false)).toEqual(err({ code: 'contact-mismatch' }));
  expect(service.recent(identity)).toBeNull();
});

test('a lookup that fails is an error, and is not cached', async () => {
  const { service } = statusWith({ found: offline });
  expect(await service.get(identity, false)).toEqual(offline);
  expect(service.recent(identity)).toBeNull();
});
