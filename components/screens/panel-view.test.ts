import { maraAccount as account } from '@/lib/domain/testing/account';
import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { panelView } from './panel-view';

const identity = LinkedInIdentity.parse({ slug: 'ana', memberId: null, salesId: null });
const person = { state: 'person', identity, pinned: false, elsewhere: false } as const;
const connected = { state: 'connected', account } as const;

describe('the panel shows', () => {
  it.each([
    ['the one step to connect, whoever is in the tab', { state: 'disconnected' }, person, { kind: 'connect' }],
    [
      'what is wrong when the session cannot be had',
      { state: 'failed', error: { code: 'offline' } },
      person,
      { kind: 'trouble', error: { code: 'offline' } },
    ],
    [
      'nothing definite while it may not be connected',
      { state: 'asking', expected: false },
      person,
      { kind: 'looking' },
    ],
    ['how to share a hidden tab', connected, { state: 'hidden' }, { kind: 'hidden' }],
    ['that nobody is there', connected, { state: 'nobody', why: null }, { kind: 'nobody', self: false }],
    ['that it is the user’s own page', connected, { state: 'nobody', why: 'self' }, { kind: 'nobody', self: true }],
    ['the person', connected, person, { kind: 'person', subject: person, session: 'connected' }],
    [
      'the person at once when a workspace is remembered',
      { state: 'asking', expected: true },
      person,
      { kind: 'person', subject: person, session: 'asking' },
    ],
    [
      'the person still, with a refused key',
      { state: 'rejected', account },
      person,
      { kind: 'person', subject: person, session: 'rejected' },
    ],
  ] as const)('%s', (_, session, subject, expected) => {
    expect(panelView(session, subject)).toEqual(expected);
  });
});
