import { maraAccount as account } from '@/lib/domain/testing/account';
import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { FrontTab } from '@/lib/ui/profile/use-front-tab';
import type { SessionView } from '@/lib/ui/worker/use-session';
import { popupView, type PopupView } from './popup-view';

const mira = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });
const ana = LinkedInIdentity.parse({ slug: 'ana-duarte-x1', memberId: null, salesId: null });

const connected: SessionView = { state: 'connected', account };
const onMira: FrontTab = { state: 'person', tabId: 7, windowId: 1, identity: mira, refreshCount: 2 };
const loading: FrontTab = { state: 'loading' };
const hidden: FrontTab = { state: 'hidden' };
const inThread = {
  state: 'people',
  page: {
    kind: 'thread',
    tabId: 7,
    windowId: 1,
    refreshCount: 0,
    url: 'https://www.linkedin.com/messaging/thread/2-YWJj/',
  },
} as const;
const miraView: PopupView = {
  kind: 'person',
  person: { identity: mira, tab: { tabId: 7, windowId: 1 }, knownReading: null, refreshCount: 2 },
};
const anaView: PopupView = {
  kind: 'person',
  person: { identity: ana, tab: null, knownReading: null, refreshCount: 0 },
};

describe('what the popup shows', () => {
  it.each<[string, SessionView, FrontTab, LinkedInIdentity | null, PopupView]>([
    ['the person of the tab', connected, onMira, null, miraView],
    [
      'the same before the worker has answered, if a workspace is remembered',
      { state: 'asking', expected: true },
      onMira,
      null,
      miraView,
    ],
    ['nothing yet, if none is remembered', { state: 'asking', expected: false }, onMira, null, { kind: 'loading' }],
    ['nothing yet, while the tab is loading', connected, loading, null, { kind: 'loading' }],
    ['the pasted person, even if the tab shows another', connected, onMira, ana, anaView],
    ['the pasted person on a browser page', connected, hidden, ana, anaView],
    ['the page, in a conversation', connected, inThread, null, { kind: 'page', page: inThread.page }],
    ['the pasted person in a conversation too', connected, inThread, ana, anaView],
    ['no person, on a browser page', connected, hidden, null, { kind: 'no-person', isOwnProfile: false }],
    ['how to connect, without a key', { state: 'disconnected' }, onMira, null, { kind: 'connect' }],
    ['the key, when GetSales rejected it', { state: 'rejected', account }, onMira, null, { kind: 'check-key' }],
    [
      'the error, when the worker does not know whether there is a key',
      { state: 'failed', error: { code: 'storage-unavailable', trouble: 'blocked' } },
      onMira,
      null,
      { kind: 'error', error: { code: 'storage-unavailable', trouble: 'blocked' } },
    ],
  ])('is %s', (_, session, front, pasted, view) => {
    expect(popupView(session, front, pasted)).toEqual(view);
  });
});
