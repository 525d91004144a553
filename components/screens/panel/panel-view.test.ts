import { maraAccount as account } from '@/lib/domain/testing/account';
import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { panelView } from './panel-view';

const identity = LinkedInIdentity.parse({ slug: 'ana', memberId: null, salesId: null });
const person = { state: 'person', identity, pinned: false, isTabElsewhere: false } as const;
const connected = { state: 'connected', account } as const;

describe('the panel shows', () => {
  it.each([
    ['how to connect, whatever the tab shows', { state: 'disconnected' }, person, { kind: 'connect' }],
    [
      'the error when the session cannot be loaded',
      { state: 'failed', error: { code: 'offline' } },
      person,
      { kind: 'error', error: { code: 'offline' } },
    ],
    ['a skeleton while it may not be connected', { state: 'asking', expected: false }, person, { kind: 'loading' }],
    ['how to share a hidden tab', connected, { state: 'hidden' }, { kind: 'hidden' }],
    [
      'that the tab shows no person',
      connected,
      { state: 'no-person', why: null },
      { kind: 'no-person', isOwnProfile: false },
    ],
    [
      'that it is the user’s own profile',
      connected,
      { state: 'no-person', why: 'self' },
      { kind: 'no-person', isOwnProfile: true },
    ],
    ['the person', connected, person, { kind: 'person', profile: person, session: 'connected' }],
    [
      'the person at once when a workspace is remembered',
      { state: 'asking', expected: true },
      person,
      { kind: 'person', profile: person, session: 'asking' },
    ],
    [
      'the person, with a rejected key',
      { state: 'rejected', account },
      person,
      { kind: 'person', profile: person, session: 'rejected' },
    ],
  ] as const)('%s', (_, session, profile, expected) => {
    expect(panelView(session, profile)).toEqual(expected);
  });
});
