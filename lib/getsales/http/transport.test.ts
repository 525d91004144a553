import { describe, expect, test } from 'vitest';
import { apiPath, type ApiPath } from './api-path';
import { requestUrl, toLoggedRequest, requestInit } from './transport';

const ORIGIN = 'https://amazing.getsales.io';
const UUID = '7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001';

describe('a request URL', () => {
  test('is a path of the API on the one host, with an encoded query', () => {
    const call = {
      method: 'GET',
      path: apiPath`/flows/api/linkedin-messages`,
      query: { 'filter[lead_uuid]': 'a&b=c', 'filter[status][]': ['new', 'failed'] },
      mode: 'read',
    } as const;
    expect(requestUrl(call, ORIGIN).href).toBe(
      `${ORIGIN}/flows/api/linkedin-messages?filter%5Blead_uuid%5D=a%26b%3Dc&filter%5Bstatus%5D%5B%5D=new&filter%5Bstatus%5D%5B%5D=failed`,
    );
  });

  test.each(['../../teams', `${UUID}/../x`, '//evil.example', `${UUID}?x=1`, UUID.toUpperCase(), ''])(
    'rejects %j as an id',
    (id) => {
      expect(() => apiPath`/leads/api/leads/${id}`).toThrow('not a UUID');
    },
  );

  test('never leads to another host or path', () => {
    const urlOf = (path: ApiPath) => () => requestUrl({ method: 'GET', path, mode: 'read' }, ORIGIN);
    expect(urlOf(apiPath`/leads/api/leads/../../../evil`)).toThrow('another host');
    expect(urlOf(apiPath`//evil.example/leads`)).toThrow('another host');
    expect(urlOf(apiPath`/leads/api/leads/a?b`)).toThrow('another host');
    expect(urlOf(apiPath`/leads/api/leads/a#b`)).toThrow('another host');
  });
});

describe('request options', () => {
  const call = { method: 'POST', path: apiPath`/leads/api/lists`, body: { name: 'Fair' }, mode: 'once' } as const;

  test('are fixed: no redirect, no cookie, no cache, no referrer', () => {
    const options = requestInit(call, { key: 'k', teamId: null }, new AbortController().signal);
    expect(options).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      mode: 'cors',
      body: '{"name":"Fair"}',
      headers: { accept: 'application/json', authorization: 'Bearer k', 'content-type': 'application/json' },
    });
    expect(options.headers).not.toHaveProperty('team-id');
  });

  test('have no body and no content type without one, and Team-ID when GetSales demands it', () => {
    const { signal } = new AbortController();
    const read = { method: 'GET', path: apiPath`/leads/api/lists`, mode: 'read' } as const;
    expect(requestInit(read, { key: 'k', teamId: 812 }, signal)).toStrictEqual({
      method: 'GET',
      headers: { accept: 'application/json', authorization: 'Bearer k', 'team-id': '812' },
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      mode: 'cors',
      signal,
    });
  });
});

const ANSWERED = { status: 201, at: 5, clockAheadMs: -3 };

test('a logged request may have neither query nor body, or null in it', () => {
  const path = apiPath`/leads/api/lists`;
  expect(toLoggedRequest({ method: 'GET', path, mode: 'read' }, ANSWERED).fieldNames).toEqual([]);
  expect(
    toLoggedRequest({ method: 'POST', path, mode: 'once', body: { name: null, at: 7 } }, ANSWERED).fieldNames,
  ).toEqual(['name', 'at']);
});

test('a logged request contains names but no values', () => {
  const logged = toLoggedRequest(
    {
      method: 'POST',
      path: apiPath`/leads/api/leads/${UUID}`,
      query: { 'filter[uuid]': UUID },
      body: {
        lead: { linkedin_id: 'jane-roe', name: 'Jane Roe', tags: ['vip'], custom_fields: { 'Her dog': 'Rex' } },
        leads: [{ work_email: 'jane@x.test' }, { work_email: 'joe@x.test' }],
        custom_fields: { Secret: 'yes' },
      },
      mode: 'once',
    },
    ANSWERED,
  );
  expect(logged).toEqual({
    method: 'POST',
    path: '/leads/api/leads/{uuid}',
    fieldNames: [
      'filter[uuid]',
      'lead',
      'lead.linkedin_id',
      'lead.name',
      'lead.tags',
      'lead.custom_fields',
      'leads',
      'leads.work_email',
      'custom_fields',
    ],
    ...ANSWERED,
  });
});
