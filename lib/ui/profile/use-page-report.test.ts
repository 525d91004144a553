import { describe, expect, it } from 'vitest';
import { copyReport } from './use-page-report';

const made = () => Promise.resolve({ ok: true as const, value: 'main#workspace' });

describe('copying a page report', () => {
  it('copies the report to the clipboard', async () => {
    const clipboard: string[] = [];
    const state = await copyReport(made, (text) => Promise.resolve(void clipboard.push(text)));
    expect(state).toEqual({ name: 'copied' });
    expect(clipboard).toEqual(['main#workspace']);
  });

  it('shows the report when the browser refuses to copy', async () => {
    const state = await copyReport(made, () => Promise.reject(new Error('denied')));
    expect(state).toEqual({ name: 'shown', text: 'main#workspace' });
  });

  it('copies nothing when there is no report', async () => {
    const clipboard: string[] = [];
    const error = { code: 'page-unreadable' } as const;
    const state = await copyReport(
      () => Promise.resolve({ ok: false, error }),
      (text) => Promise.resolve(void clipboard.push(text)),
    );
    expect(state).toEqual({ name: 'failed', error });
    expect(clipboard).toEqual([]);
  });
});
