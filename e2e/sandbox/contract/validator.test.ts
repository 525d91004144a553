import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { operations } from './document';
import { checkContract, type AnsweredRequest } from './validator';

const UUID = '7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001';

function answered(change: Partial<AnsweredRequest> & { readonly path?: string }): AnsweredRequest {
  const { path = '/leads/api/lists', ...rest } = change;
  return {
    method: 'GET',
    url: new URL(path, 'https://amazing.getsales.io'),
    contentType: null,
    body: null,
    status: 200,
    answer: '{"data":[],"limit":20,"offset":0,"total":0}',
    ...rest,
  };
}

const posted = (path: string, body: unknown, answer: unknown, status = 200): AnsweredRequest =>
  answered({ method: 'POST', path, contentType: 'application/json', body, status, answer: JSON.stringify(answer) });

const flawsOf = (seen: AnsweredRequest): string => checkContract(seen).violations.join('\n');

describe('the contract allows', () => {
  test('an ordinary page', () => {
    expect(checkContract(answered({ path: '/leads/api/lists?limit=100&filter[q]=a' }))).toEqual({
      operationId: 'listLists',
      violations: [],
    });
  });

  test.each([
    ['empty 404', answered({ path: `/leads/api/leads/${UUID}`, status: 404, answer: '' })],
    ['empty 204', answered({ method: 'DELETE', path: `/leads/api/leads/${UUID}`, status: 204, answer: '' })],
    ['an undescribed body', answered({ method: 'PUT', path: `/flows/api/tasks/${UUID}/cancel`, answer: '[]' })],
    [
      'unknown fields of a contact',
      posted('/leads/api/leads/lookup-one', { email: 'a@b.test' }, { uuid: UUID, new_one: 1 }),
    ],
    [
      'an error as a page of HTML',
      answered({ status: 502, answer: '<html></html>', answerType: 'text/html; charset=utf-8' }),
    ],
    [
      'the Quick Start’s filter and sorting',
      answered({ path: '/flows/api/linkedin-messages?filter={"type":"inbox"}&order-field=sent_at&order-type=asc' }),
    ],
    ['an empty map as []', answered({ path: '/id/api/users/current', answer: '{"config":[]}' })],
  ])('%s', (_name, seen) => {
    expect(checkContract(seen).violations).toEqual([]);
  });
});

describe('the contract rejects', () => {
  test.each([
    ['an operation that does not exist', answered({ path: '/flows/api/letters' }), 'no such operation'],
    ['another method', answered({ method: 'PUT' }), 'no such operation'],
    ['an unknown query parameter', answered({ path: '/leads/api/lists?per_page=5' }), '"per_page" is unknown'],
    ['a hyphen for an underscore', answered({ path: '/leads/api/lists?order-field=name' }), '"order-field" is unknown'],
    ['a flat filter', answered({ path: '/flows/api/linkedin-messages?type=inbox' }), '"type" is unknown'],
    ['an unknown filter field', answered({ path: '/leads/api/lists?filter[colour]=red' }), 'field "colour" is unknown'],
    [
      'an unknown field in a JSON filter',
      answered({ path: '/flows/api/linkedin-messages?filter={"colour":"red"}' }),
      'field "colour" is unknown',
    ],
    [
      'a filter that is no JSON object',
      answered({ path: '/flows/api/linkedin-messages?filter=inbox' }),
      '"filter" is no JSON object',
    ],
    ['a JSON filter where none is described', answered({ path: '/leads/api/lists?filter={}' }), '"filter" is unknown'],
    [
      'a page of HTML as an answer',
      answered({ answer: '<html></html>', answerType: 'text/html; charset=utf-8' }),
      'answer 200 is a page',
    ],
    ['an unknown operator', answered({ path: '/leads/api/lists?filter[name][like]=a' }), 'operator "like" is unknown'],
    ['a page that is too large', answered({ path: '/leads/api/lists?limit=101' }), 'must be <= 100'],
    ['a repeated parameter', answered({ path: '/leads/api/lists?limit=1&limit=2' }), '"limit" is repeated'],
    ['a required parameter left out', answered({ path: '/leads/api/activities' }), '"filter" is missing'],
    ['an invalid id', answered({ path: '/leads/api/leads/7' }), 'path parameter "uuid"'],
    ['an unexpected body', answered({ body: {}, contentType: 'application/json' }), 'not part of this operation'],
    ['a missing body', posted('/leads/api/lists', null, {}, 201), 'request body is missing'],
    [
      'an unknown property',
      posted('/leads/api/leads/upsert', { lead: { linkedin_id: 'a' }, list_uuid: UUID, color: 1 }, { uuid: UUID }),
      'request body / must NOT have unevaluated properties "color"',
    ],
    [
      'a nested unknown property',
      posted(
        '/leads/api/leads/upsert',
        { lead: { linkedin_id: 'a', linkedin_url: 'b' }, list_uuid: UUID },
        { uuid: UUID },
      ),
      'request body /lead must NOT have unevaluated properties "linkedin_url"',
    ],
    [
      'an unknown property that the server refused',
      posted('/leads/api/lists', { title: 'x' }, { code: 422 }, 422),
      '"title"',
    ],
    [
      'a missing property that the server took',
      posted('/leads/api/leads/upsert', { lead: {}, list_uuid: UUID }, { uuid: UUID }),
      "must have required property 'linkedin_id'",
    ],
    [
      'another content type',
      { ...posted('/leads/api/lists', { name: 'x' }, {}, 201), contentType: 'text/plain' },
      'text/plain',
    ],
    ['a status that is not described', posted('/leads/api/lists', { name: 'x' }, {}, 202), 'status 202'],
    ['an answer without a required property', posted('/leads/api/lists', { name: 'x' }, {}, 201), "property 'uuid'"],
    [
      'an answer with an unknown property',
      answered({ answer: '{"data":[{"uuid":"x","name":"y","leads_count":3}]}' }),
      '"leads_count"',
    ],
    ['an answer that is no JSON', answered({ answer: '<html>' }), 'answer 200 / must be object'],
    ['an empty answer', answered({ answer: '' }), 'answer 200 has no body'],
    [
      'a 204 with a body',
      answered({ method: 'DELETE', path: `/leads/api/leads/${UUID}`, status: 204, answer: '{}' }),
      '204 has a body',
    ],
  ])('%s', (_name, seen, words) => {
    expect(flawsOf(seen)).toContain(words);
  });

  test('a report contains the place but never the value', () => {
    const body = { sender_profile_uuid: UUID, lead_uuid: 'secret-lead', text: 'a private word', colour: 'secret' };
    const report = flawsOf(posted('/flows/api/linkedin-messages', body, { uuid: UUID }, 201));
    expect(report).toContain('/lead_uuid');
    expect(report).not.toMatch(/secret|private/);
  });
});

describe('the OpenAPI document', () => {
  test('has a unique name and sources for every operation', () => {
    const ids = operations().map((operation) => operation.id);
    expect(new Set(ids).size).toBe(ids.length);
    const text = readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8');
    // One more than the operations: the webhook that the real service calls.
    expect(text.match(/operationId:/g)).toHaveLength(ids.length + 1);
    expect(text.match(/x-sources:/g)).toHaveLength(ids.length);
  });
});
