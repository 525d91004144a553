import { maraAccount as account } from '@/lib/domain/testing/account';
import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { FrontTab } from '@/lib/ui/profile/use-front-tab';
import type { SessionView } from '@/lib/ui/worker/use-session';
import { popupView, type PopupView } from './popup-view';

const mira = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });
const ana = LinkedInIdentity.parse({ slug: 'ana-duarte-x1', memberId: null, salesId: null });

const connected: SessionView = { state: 'connected', account };
const onMira: FrontTab = { state: 'person', tabId: 7, windowId: 1, identity: mira, look: 2 };
const looking: FrontTab = { state: 'looking' };
const hidden: FrontTab = { state: 'hidden' };
const inThread = {
  state: 'people',
  page: { kind: 'thread', tabId: 7, windowId: 1, look: 0, url: 'https://www.linkedin.com/messaging/thread/2-YWJj/' },
} as const;
const miraView: PopupView = {
  kind: 'person',
  subject: { identity: mira, tab: { tabId: 7, windowId: 1 }, seen: null, look: 2 },
};
const anaView: PopupView = { kind: 'person', subject: { identity: ana, tab: null, seen: null, look: 0 } };

describe('what the popup is about', () => {
  it.each<[string, SessionView, FrontTab, LinkedInIdentity | null, PopupView]>([
    ['the person of the tab', connected, onMira, null, miraView],
    [
      'the same, before the worker has answered, where a workspace is remembered',
      { state: 'asking', expected: true },
      onMira,
      null,
      miraView,
    ],
    ['nothing yet, where none is', { state: 'asking', expected: false }, onMira, null, { kind: 'looking' }],
    ['nothing yet, while the tab is looked at', connected, looking, null, { kind: 'looking' }],
    ['the pasted person, whatever the tab shows', connected, onMira, ana, anaView],
    ['the pasted person on a browser page', connected, hidden, ana, anaView],
    ['whomever the reader sees in a conversation', connected, inThread, null, { kind: 'page', page: inThread.page }],
    ['the pasted person in a conversation too', connected, inThread, ana, anaView],
    ['nobody on a browser page', connected, hidden, null, { kind: 'nobody', self: false }],
    ['connecting, when there is no key', { state: 'disconnected' }, onMira, null, { kind: 'connect' }],
    ['the key, when GetSales refuses it', { state: 'rejected', account }, onMira, null, { kind: 'check-key' }],
    [
      'what is wrong, when the worker cannot say whether there is a key',
      { state: 'failed', error: { code: 'storage-unavailable', trouble: 'blocked' } },
      onMira,
      null,
      { kind: 'trouble', error: { code: 'storage-unavailable', trouble: 'blocked' } },
    ],
  ])('is %s', (_, session, front, pasted, view) => {
    expect(popupView(session, front, pasted)).toEqual(view);
  });
});
