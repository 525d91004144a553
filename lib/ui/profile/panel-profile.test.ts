import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { panelProfile } from './panel-profile';

const person = (slug: string) => LinkedInIdentity.parse({ slug, memberId: null, salesId: null });
const ana = person('ana');
const jonas = person('jonas');

describe('the panel', () => {
  it.each([{ state: 'looking' }, { state: 'hidden' }, { state: 'nobody', why: null }] as const)(
    'says what the tab is when it shows no person: $state',
    (tab) => {
      expect(panelProfile(tab, null)).toEqual(tab);
    },
  );

  it('is about the person in the tab', () => {
    expect(panelProfile({ state: 'person', identity: ana }, null)).toEqual({
      state: 'person',
      identity: ana,
      pinned: false,
      elsewhere: false,
    });
  });

  it.each([
    ['the same person', { state: 'person', identity: ana }, false],
    ['somebody else', { state: 'person', identity: jonas }, true],
    ['nobody', { state: 'nobody', why: null }, false],
    ['something hidden', { state: 'hidden' }, false],
  ] as const)('stays with a pinned person while the tab shows %s', (_, tab, elsewhere) => {
    expect(panelProfile(tab, ana)).toEqual({ state: 'person', identity: ana, pinned: true, elsewhere });
  });
});
