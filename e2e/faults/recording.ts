import type { InputOf } from '@/lib/messaging/protocol';
import type { AccountName } from './accounts';
import { hasSameWords } from './judge/history';
import type { AddAction, Claim, Facts, Press, PressName, SendAction } from './judge/facts';

type Send = InputOf<'message.send'>;
type Add = InputOf<'contact.add'>;

/** What the user did in a run, and what screens showed. */
export interface Recording {
  /** Milliseconds since the run began. */
  readonly now: () => number;
  /** A press of Send. */
  readonly send: (account: AccountName, input: Send) => Press;
  readonly add: (account: AccountName, input: Add) => Press;
  readonly press: (what: PressName, id: string) => Press;
  /** Ends a press with the answer's code, or with nothing when the worker was killed. */
  readonly answer: (press: Press, code: string | null) => void;
  /** What a screen shows about an entry from now on. */
  readonly show: (claim: Claim) => void;
  /** The entries' records were erased, so no screen shows them any more. */
  readonly hide: (ids: readonly string[]) => void;
  /** What the screens show at present; undefined when they do not show it. */
  readonly shown: (id: string) => Claim | undefined;
  readonly shownIds: () => readonly string[];
  readonly isPressed: (what: PressName, id: string) => boolean;
  /** Whether the user removed this entry or a copy of it, or cleared Activity, which keeps what is open. */
  readonly isRemovalAsked: (entry: { readonly id: string; readonly isOpen: boolean }) => boolean;
  readonly facts: () => Pick<Facts, 'sends' | 'adds' | 'presses' | 'claims'>;
}

export function createRecording(now: () => number, cancelPeriodMs: number): Recording {
  const sends: SendAction[] = [];
  const adds: AddAction[] = [];
  const presses: Press[] = [];
  const claims: Claim[] = [];
  const latest = new Map<string, Claim>();

  const press = (what: PressName, id: string): Press => {
    const pressed: Press = { what, id, at: now(), answer: null, isLost: false };
    presses.push(pressed);
    return pressed;
  };

  const isPressed = (what: PressName, id: string): boolean =>
    presses.some((pressed) => pressed.what === what && pressed.id === id);

  /** The entry in the same conversation that is shown as unconfirmed, with the same words, and not sent anyway yet. */
  function firstUnconfirmed({ entryId, contactId, senderId, text }: Send): string | null {
    const isOpen = ({ id }: SendAction): boolean =>
      id !== entryId && latest.get(id)?.says === 'unknown' && !sends.some(({ overrides }) => overrides === id);
    const first = sends.find(
      (send) =>
        send.contactId === contactId && send.senderId === senderId && hasSameWords(send.text, text) && isOpen(send),
    );
    return first?.id ?? null;
  }

  /** Whether the last press of Send was answered with an error: the next one is a new decision. */
  function wasTurnedDown(id: string): boolean {
    const answer = presses.findLast((pressed) => pressed.what === 'send' && pressed.id === id)?.answer ?? null;
    return answer !== null && answer.code !== 'ok';
  }

  return {
    now,
    send(account, input) {
      const { entryId: id, contactId, senderId, personName, text, overrides } = input;
      const repeats = overrides === null ? firstUnconfirmed(input) : null;
      const index = sends.findIndex((send) => send.id === id);
      const before = sends[index];
      if (before === undefined) {
        sends.push({
          ...{ id, account, contactId, senderId, personName, text, at: now() },
          ...{ cancelPeriodMs, overrides, repeats },
        });
      } else if (wasTurnedDown(id)) sends[index] = { ...before, repeats };
      return press('send', id);
    },
    add(account, input) {
      const { entryId: id, identity, listId, ifPresent: choice, personName, listName, draft } = input;
      if (!adds.some((add) => add.id === id)) {
        adds.push({
          ...{ id, account, slug: identity.slug ?? '', listId, choice, personName, listName, at: now() },
          fields: fieldsOf(input),
          customFields: draft.customFields ?? {},
        });
      }
      return press('add', id);
    },
    press,
    answer(pressed, code) {
      if (code === null) pressed.isLost = true;
      else pressed.answer = { at: now(), code };
    },
    show(claim) {
      claims.push(claim);
      latest.set(claim.id, claim);
    },
    hide(ids) {
      for (const id of ids) latest.delete(id);
    },
    shown: (id) => latest.get(id),
    shownIds: () => [...latest.keys()],
    isPressed,
    isRemovalAsked({ id, isOpen }) {
      const copies = sends.filter(({ overrides }) => overrides === id);
      const isCleared = presses.some(({ what }) => what === 'clear') && (!isOpen || copies.length > 0);
      const isCancelled = presses.some(
        ({ what, id: of, answer }) => what === 'cancel add' && of === id && (answer === null || answer.code === 'ok'),
      );
      return isCleared || isCancelled || isPressed('remove', id) || copies.some((copy) => isPressed('remove', copy.id));
    },
    facts: () => ({ sends, adds, presses, claims }),
  };
}

/** The fields of a draft that runs use, by the names that GetSales uses. */
function fieldsOf({ identity, draft }: Add): Readonly<Record<string, string>> {
  const { firstName, lastName, headline, company, position, about, location, workEmail } = draft;
  const fields = {
    ...{ first_name: firstName, last_name: lastName, headline, company_name: company, position, about },
    ...{ raw_address: location, work_email: workEmail, ln_id: identity.memberId },
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
