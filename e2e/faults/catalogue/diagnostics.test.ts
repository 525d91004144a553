import { beforeEach, expect, test, vi } from 'vitest';
import { jonas, mira } from '@/e2e/support/cast';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { TEXT, type SendingWorld } from '@/e2e/support/sending';
import { addOf, listNamed, UPSERT } from '@/e2e/support/worker-people';
import { titleOf } from './table/catalogue';
import { sendingWorld } from './worlds';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

/** What GetSales quotes when it refuses. */
const quoting = { error: { message: `${jonas.name}: ${TEXT}`, data: { text: [TEXT], name: [mira.name] } } };

test.each<[string, FaultEffect]>([
  ['400 that quotes the text', { status: 400, body: { kind: 'json', value: quoting } }],
  ['422 that quotes the text', { status: 422, body: { kind: 'json', value: quoting } }],
  ['403 of a firewall', { status: 403, body: { kind: 'html', text: `<h1>${TEXT}</h1>` } }],
  ['500 with a page', { status: 500, body: { kind: 'html', text: `<h1>${mira.name}</h1>` } }],
  ['201 with broken JSON', { status: 201, body: { kind: 'html', text: `{"text":"${TEXT}"` } }],
  ['429', { status: 429 }],
  ['no answer', { connection: 'reset-after' }],
  ['no connection', { connection: 'reset-before' }],
])(titleOf('D12', '%s'), async (_name, effect) => {
  const { worker, sandbox, sendOf, reports } = world;
  const list = await listNamed(worker, 'Nordic procurement');
  world.faultPost(effect);
  sandbox.control.fault({ method: 'POST', path: UPSERT, effect });
  await worker.ask('message.send', sendOf());
  await worker.ask('contact.add', addOf(list));
  const diagnostics = await vi.waitFor(async () => {
    const logged = JSON.stringify(await worker.ask('requestLog.recent', {}));
    expect(logged).toContain('"fieldNames":["sender_profile_uuid","lead_uuid","text"]');
    return [logged, ...reports].join('\n');
  });
  const secrets = [
    world.sandbox.key,
    TEXT,
    ...[jonas, mira].flatMap((person) => [person.lastName, person.company, person.slug]),
  ];
  expect(secrets.filter((secret) => diagnostics.includes(secret))).toEqual([]);
});
