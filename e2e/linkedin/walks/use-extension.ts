import { readTab, type SeenAt, stillShows } from '@/lib/browser/read-tab';
import { viewOf } from '@/lib/browser/tab-view';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { ContactId, EntryId, ListId } from '@/lib/domain/ids';
import type { Reading } from '@/lib/domain/reading';
import { ok } from '@/lib/domain/result';
import { performAdd } from '@/lib/ui/adding/use-add';
import { tabByReading } from '@/lib/ui/profile/panel-tab';
import { peopleFound, peoplePage } from '@/lib/ui/profile/people-page';
import { readPeoplePage } from '@/lib/ui/profile/use-reading';
import type { Place } from './place';
import type { Screen } from './screen';
import { TAB_ID, type WalkedTab } from './tab';

/** A person who was shown or added, and where the tab was at that moment. */
export interface PersonAt {
  readonly identity: LinkedInIdentity;
  readonly name: string | null;
  readonly place: Place;
  readonly screen: Screen;
}

/** Who the popup showed, and who was added. Null: none. */
export interface PopupUse {
  readonly shown: PersonAt | null;
  readonly added: PersonAt | null;
}

const list = { id: ListId.parse('11111111-0000-4000-8000-000000000001'), name: 'Nordic procurement' };
const entryId = EntryId.parse('22222222-0000-4000-8000-000000000001');
const contactId = ContactId.parse('33333333-0000-4000-8000-000000000001');

/** Opens the popup on this tab, waits `pause` steps, and presses Add. Of several people it takes number `choice`. */
export async function addFromPopup(tab: WalkedTab, choice: number, pause: number): Promise<PopupUse> {
  const found = await findPerson(tab, choice);
  if (found === null) return { shown: null, added: null };
  const { identity, reading, seenAt } = found;
  const name = reading?.fields.name?.value ?? null;
  const personHere = (): PersonAt => ({ identity, name, place: tab.place(), screen: tab.screen() });
  const shown = personHere();
  tab.pass(pause);
  let added: PersonAt | null = null;
  const request = { identity, personName: name ?? '', list, draft: {}, ifPresent: 'keep' } as const;
  await performAdd({ identity, shownAt: seenAt }, request, entryId, {
    stillShows: (where, expected) => stillShows(where, expected, tab.api),
    send: () => {
      added = personHere();
      return Promise.resolve(
        ok({ effect: 'created', contactId, listId: list.id, listName: list.name, undoUntil: null } as const),
      );
    },
  });
  return { shown, added };
}

interface Found {
  readonly identity: LinkedInIdentity;
  readonly reading: Reading | null;
  readonly seenAt: SeenAt;
}

async function findPerson({ api, place }: WalkedTab, choice: number): Promise<Found | null> {
  const view = viewOf({ id: TAB_ID, windowId: 1, url: place().url });
  if (view === null) return null;
  const page = peoplePage(view, 0);
  if (page === null) {
    if (view.page.kind !== 'person') return null;
    const { identity } = view.page;
    const read = await readTab(TAB_ID, identity, api);
    return { identity, reading: read.ok ? read.value : null, seenAt: { tabId: TAB_ID, listUrl: null } };
  }
  const read = await readPeoplePage(page, api);
  if (!read.ok) return null;
  const reading = read.value;
  const found = peopleFound(page.kind, reading);
  if (found.kind === 'one') return { identity: found.identity, reading, seenAt: { tabId: TAB_ID, listUrl: null } };
  if (found.kind === 'none') return null;
  const chosen = found.people[choice % found.people.length];
  if (chosen === undefined) return null;
  const { identity, fields } = chosen;
  return { identity, reading: { ...reading, fields }, seenAt: { tabId: TAB_ID, listUrl: view.url } };
}

/** The person that the side panel names at this address; null when it names none. */
export async function shownInPanel(tab: WalkedTab): Promise<PersonAt | null> {
  const [place, screen] = [tab.place(), tab.screen()];
  const view = viewOf({ id: TAB_ID, windowId: 1, url: place.url });
  if (view === null || peoplePage(view, 0)?.kind !== 'thread') return null;
  const shown = await tabByReading(view, (page) => readPeoplePage(page, tab.api));
  return shown.state === 'person' ? { identity: shown.identity, name: null, place, screen } : null;
}
