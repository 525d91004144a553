import { describe, expect, test } from 'vitest';
import { ContactId } from '@/lib/domain/ids';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { answering, type Reply } from '../testing/answering';

const CONTACT = ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001');
const JANE = LinkedInIdentity.parse({ slug: 'jane-roe', memberId: null, salesId: null });

const ROUTE = '/leads/api/leads/';
const ONE = 'lookup-one {"linkedin_id":"jane-roe"}';
const PROBE = 'lookup-one {}';
/** The former name of the route. */
const OLD = 'find-one {"linkedin_id":"jane-roe"}';

const found: Reply = { json: { uuid: CONTACT, name: 'Jane Roe' } };
const none: Reply = { json: {} };
const missing: Reply = { status: 404 };
const html: Reply = { status: 404, text: '<h1>404</h1>', headers: { 'content-type': 'text/html' } };
const plainText: Reply = { status: 404, text: 'No.', headers: { 'content-type': 'text/plain' } };
const noRoute: Reply = { status: 405 };
const envelope: Reply = { status: 404, json: { error: { reason: 'not_found' } } };
const said = (message: string): Reply => ({ status: 422, json: { error: { message } } });
const refused = (status: number): Reply => ({ status, json: {} });

const contact = { ok: true, value: { id: CONTACT, name: 'Jane Roe' } };
const absent = { ok: true, value: null };
const failed = (code: string, more: object = {}) => ({ ok: false, error: { code, ...more } });

test.each<[string, readonly Reply[], object, readonly string[]]>([
  ['found', [found], contact, [ONE]],
  ['absent by an empty object', [none], absent, [ONE]],
  ['absent by the envelope', [envelope], absent, [ONE]],
  ['absent after a probe refused in words', [missing, said('The linkedin id is required.')], absent, [ONE, PROBE]],
  // A 400 or 422 without a word may ask for `Team-ID`, so it is sent once more.
  ['absent after a probe refused with 422', [missing, refused(422), refused(422)], absent, [ONE, PROBE, PROBE]],
  ['absent after a probe refused with 400', [missing, refused(400), refused(400)], absent, [ONE, PROBE, PROBE]],
  ['absent after a probe that is answered', [missing, none], absent, [ONE, PROBE]],
  ['unknown after a probe refused with 403', [missing, refused(403)], failed('forbidden'), [ONE, PROBE]],
  ['unknown without an answer to the probe', [missing], failed('unreachable'), [ONE, PROBE, PROBE, PROBE, PROBE]],
  ['found on the former route', [noRoute, found], contact, [ONE, OLD]],
  ['found there after a probe', [missing, noRoute, found], contact, [ONE, PROBE, OLD]],
  ['absent there', [noRoute, envelope], absent, [ONE, OLD]],
  ['nowhere', [noRoute, noRoute], failed('not-found', { what: 'record' }), [ONE, OLD]],
  ['found in the second answer', [{}, found], contact, [ONE, ONE]],
  ['absent after two empty answers', [{}, {}], absent, [ONE, ONE]],
  ['absent by a 204', [{ status: 204 }], absent, [ONE]],
  ['absent by an empty 201', [{ status: 201 }], absent, [ONE]],
  ['unreadable', [{ json: { name: 'Jane Roe' } }], failed('unreadable-answer', { status: 200 }), [ONE]],
  ['refused', [refused(403)], failed('forbidden'), [ONE]],
  ['unknown after a page of HTML', [html], failed('forbidden', { by: 'gateway' }), [ONE]],
  ['absent by words', [said('Lead not found.')], absent, [ONE]],
  ['absent by other words', [said('The lead could not be found.')], absent, [ONE]],
  ['absent as it does not exist', [said('This lead does not exist.')], absent, [ONE]],
  ['absent as it doesn’t exist', [said("This lead doesn't exist.")], absent, [ONE]],
  ['absent as there is no such lead', [said('There is no such lead.')], absent, [ONE]],
  ['refused', [said('The linkedin id is invalid.')], failed('refused'), [ONE]],
  ['refused as the workspace is missing', [said('Workspace not found.')], failed('refused'), [ONE]],
  ['unknown after plain text', [plainText], failed('forbidden'), [ONE]],
])('a person is %s', async (_what, replies, result, requests) => {
  const { client, asked } = answering(replies);
  expect(await client.lookup(JANE)).toMatchObject(result);
  expect(asked.map(({ path, body }) => `${path.replace(ROUTE, '')} ${JSON.stringify(body)}`)).toEqual(requests);
});

describe('the route that answered', () => {
  test.each<[string, readonly Reply[], readonly string[]]>([
    ['is kept after a find', [noRoute, found, missing], ['lookup-one', 'find-one', 'find-one']],
    ['is kept after an absence', [envelope, noRoute, found], ['lookup-one', 'lookup-one']],
    ['is not probed again', [missing, said('Required.'), missing], ['lookup-one', 'lookup-one', 'lookup-one']],
  ])('%s', async (_what, replies, routes) => {
    const { client, asked } = answering(replies);
    await client.lookup(JANE);
    await client.lookup(JANE);
    expect(asked.map(({ path }) => path.replace(ROUTE, ''))).toEqual(routes);
  });
});

test.each<[string, Reply, object]>([
  ['found', found, contact],
  ['absent by an empty object', none, absent],
  ['absent by a 404', missing, absent],
  ['absent by the envelope', envelope, absent],
  ['unknown after HTML', html, failed('forbidden', { by: 'gateway' })],
  ['unreadable without the route', noRoute, failed('unreadable-answer', { status: 405 })],
  ['refused', refused(403), failed('forbidden', { by: 'api' })],
])('a contact by id is %s', async (_what, reply, result) => {
  expect(await answering([reply]).client.contact(CONTACT)).toMatchObject(result);
});

test.each<[string, Reply, object]>([
  ['without a body', missing, { ok: true }],
  ['in the envelope', envelope, { ok: true }],
  ['in words', { status: 404, json: { message: 'No query results for model [Lead].' } }, { ok: true }],
  ['of a proxy', { status: 404, json: { message: 'no Route matched with those values' } }, { ok: false }],
  ['in a form of its own', { status: 404, json: { detail: 'Nothing here' } }, { ok: false }],
  ['as plain text', plainText, { ok: false }],
])('a contact counts as deleted by a 404 %s only if it is of GetSales', async (_form, reply, result) => {
  expect(await answering([reply]).client.contact(CONTACT)).toMatchObject(result);
  expect(await answering([reply]).client.removeContact(CONTACT)).toMatchObject(result);
});
