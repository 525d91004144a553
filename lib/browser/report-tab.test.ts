import { describe, expect, it } from 'vitest';
import { reportTab } from './report-tab';

const facts = {
  kind: 'profile',
  generation: 'current',
  unexpectedLayout: ['headline'],
  missing: ['headline', 'about'],
} as const;
const giving = (result: unknown) => ({
  scripting: { executeScript: () => Promise.resolve([{ result }]) },
  runtime: { getManifest: () => ({ version: '1.2.3' }) },
});

describe('the report of a tab', () => {
  it('says which Shortlist made it, what the reader missed, and how the page is built', async () => {
    const report = await reportTab(7, facts, giving('language en\nmain#workspace'));
    expect(report).toEqual({
      ok: true,
      value: [
        'Shortlist 1.2.3, page report: structure only, no names, no text',
        'page profile, current; unexpected layout headline; missing headline, about',
        'language en',
        'main#workspace',
      ].join('\n'),
    });
  });

  it('says so when nothing was missed', async () => {
    const report = await reportTab(7, { ...facts, unexpectedLayout: [], missing: [] }, giving('main'));
    expect(report).toMatchObject({ ok: true, value: expect.stringContaining('unexpected layout none; missing none') });
  });

  it.each([
    ['gives nothing', giving(undefined)],
    ['gives something else', giving({ text: 'main' })],
    ['gives too much', giving('x'.repeat(64_001))],
    ['may not run', { ...giving(''), scripting: { executeScript: () => Promise.reject(new Error('no')) } }],
  ])('is page-unreadable when the script %s', async (_, api) => {
    expect(await reportTab(7, facts, api)).toEqual({ ok: false, error: { code: 'page-unreadable' } });
  });
});
