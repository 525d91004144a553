import type { Reading, ReadingAt } from '@/lib/domain/reading';
import type { TabReader } from '@/lib/browser/read-tab';
import type { TabScript } from '@/lib/browser/run-in-tab';
import type { ReaderOfPage } from '@/lib/linkedin/address/parse-address';
import { readClassicPage } from '@/lib/linkedin/read/read-classic-page';
import { readDetailPage } from '@/lib/linkedin/read/read-detail-page';
import { readLeadPage } from '@/lib/linkedin/read/read-lead-page';
import { readPeoplePage } from '@/lib/linkedin/read/read-people-page';
import { readProfilePage } from '@/lib/linkedin/read/read-profile-page';
import { readPublicPage } from '@/lib/linkedin/read/read-public-page';
import { readUntilSettled } from '@/lib/linkedin/read/read-until-settled';
import type { Place } from './place';
import { htmlOf, PARTS, screenKey, withPart, type Design, type Part, type Screen } from './screen';
import { parsePage } from '@/lib/linkedin/testing/parse-page';

/** A navigation: the new address, and after how many steps each part of its page arrives (absent: never). */
export interface Move {
  readonly to: Place;
  readonly arrives: Readonly<Partial<Record<Part, number>>>;
}

export type ReadScreen = (script: TabScript, screen: Screen, design: Design, href: string) => ReadingAt | ReaderOfPage;

type Reader = (document: Document, href: string) => ReadingAt | ReaderOfPage;

const withHref =
  (read: (document: Document, href: string) => Reading): Reader =>
  (document, href) => ({ ...read(document, href), href });

const READERS: Readonly<Record<Exclude<TabScript, '/report.js'>, Reader>> = {
  '/reader.js': readProfilePage,
  '/reader-classic.js': readClassicPage,
  '/reader-public.js': readPublicPage,
  '/reader-detail.js': readDetailPage,
  '/reader-leads.js': withHref(readLeadPage),
  '/reader-people.js': withHref(readPeoplePage),
};

const readings = new Map<string, ReadingAt | ReaderOfPage>();

/** Runs the product's reader on a screen. It is a function of page and address, so each pair is read once. */
export const readScreen: ReadScreen = (script, screen, design, href) => {
  if (script === '/report.js') throw new Error('Walks create no page reports.');
  const key = `${script} ${href} ${screenKey(screen, design)}`;
  const known = readings.get(key);
  if (known !== undefined) return known;
  const document = parsePage(htmlOf(screen, design));
  const reading = READERS[script](document, href);
  readings.set(key, reading);
  return reading;
};

/** A simulated tab. Each call of its API takes one step of time. */
export interface WalkedTab {
  readonly api: TabReader;
  readonly place: () => Place;
  readonly screen: () => Screen;
  /** Number of navigations and arrived parts so far. */
  readonly changes: () => number;
  readonly move: (move: Move) => void;
  /** Navigates after this many steps. */
  readonly moveLater: (move: Move, steps: number) => void;
  readonly pass: (steps: number) => void;
}

export const TAB_ID = 7;
const MS_PER_STEP = 150;

export function walkedTab(first: Place, screenAtFirst: Screen, design: Design, read: ReadScreen): WalkedTab {
  let [place, screen] = [first, screenAtFirst];
  let [now, changes] = [0, 0];
  const due: { readonly at: number; readonly run: () => void }[] = [];

  const later = (steps: number, run: () => void): void => {
    due.push({ at: now + steps, run });
  };
  const move = ({ to, arrives }: Move): void => {
    place = to;
    changes += 1;
    for (const part of PARTS) {
      const steps = arrives[part];
      if (steps === undefined) continue;
      later(steps, () => {
        screen = withPart(screen, part, to);
      });
    }
  };
  const pass = (steps: number): void => {
    for (const end = now + steps; now < end;) {
      now += 1;
      for (const event of due.filter(({ at }) => at === now)) {
        event.run();
        changes += 1;
      }
    }
  };

  return {
    place: () => place,
    screen: () => screen,
    changes: () => changes,
    move,
    moveLater: (next, steps) => {
      later(steps, () => {
        move(next);
      });
    },
    pass,
    api: {
      tabs: {
        get: () => {
          // Time passes before the answer: the product cannot know what changes after it.
          pass(1);
          return Promise.resolve({ id: TAB_ID, windowId: 1, url: place.url });
        },
      },
      scripting: {
        executeScript: async ({ files: [script] }) => {
          pass(1);
          const result = await readUntilSettled({
            read: () => read(script, screen, design, place.url),
            sleep: (ms) => {
              pass(ms / MS_PER_STEP);
              return Promise.resolve();
            },
          });
          return [{ result }];
        },
      },
    },
  };
}
