import type { AccountName, UsedKey } from '../accounts';
import type { AccountFacts } from './accounts';

/** A message that the user sent, once for every entry id, as the harness recorded it. */
export interface SendAction {
  readonly id: string;
  readonly account: AccountName;
  readonly contactId: string;
  readonly senderId: string;
  /** The recipient's name on the page. */
  readonly personName: string;
  readonly text: string;
  /** Milliseconds since the run began, like every `at`. */
  readonly at: number;
  /** How long it could be cancelled. */
  readonly cancelPeriodMs: number;
  /** The entry on which the user pressed Send anyway; null otherwise. */
  readonly overrides: string | null;
  /** The entry with the same words that a screen showed as unconfirmed when the user typed them again; null otherwise. */
  readonly repeats: string | null;
}

/** An add that the user requested, once for every entry id. */
export interface AddAction {
  readonly id: string;
  readonly account: AccountName;
  readonly slug: string;
  readonly listId: string;
  readonly choice: 'keep' | 'move';
  readonly personName: string;
  readonly listName: string;
  /** What the user saw of the person, by the names that GetSales uses. */
  readonly fields: Readonly<Record<string, string>>;
  readonly customFields: Readonly<Record<string, string>>;
  readonly at: number;
}

export type PressName =
  | ('send' | 'add' | 'cancel' | 'check' | 'undo' | 'retry add' | 'try again')
  | ('remove' | 'clear' | 'create list' | 'cancel add');

/** A button that the user pressed, and what the page was answered. */
export interface Press {
  readonly what: PressName;
  /** Of an entry; of a message for `try again`; the name of a list to create; empty for `clear`. */
  readonly id: string;
  readonly at: number;
  /** Null when there was none. */
  answer: { readonly at: number; readonly code: string } | null;
  /** Whether the worker was killed before it could answer. */
  isLost: boolean;
}

interface ClaimBase {
  /** Of the entry. */
  readonly id: string;
  readonly at: number;
  /** The person, and the text or list, that the screen names with it. */
  readonly about?: string;
}

/** What a screen says about an entry at some time. */
export type Claim = ClaimBase &
  (
    | { readonly says: 'open' | 'sending' | 'refused' | 'unknown' | 'cancelled' | 'expired' | 'undoing' | 'undone' }
    | { readonly says: 'sent'; readonly messageId: string }
    | { readonly says: 'superseded'; readonly by: string }
    | {
        readonly says: 'done';
        readonly effect: string;
        readonly contactId: string;
        readonly listId: string | null;
        /** Null where the screen names none. */
        readonly listName?: string | null;
        readonly canUndo: boolean;
      }
  );

/** A request as GetSales logged it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** All but the one with the key, as text. */
  readonly headers: string;
  readonly body: unknown;
  readonly keyName: string | null;
  /** The account of that key. */
  readonly account: AccountName | null;
  /** The status of the answer, whether or not it came back; null for a broken connection. */
  readonly status: number | null;
  /** What GetSales did; null when nothing, and for reads. */
  readonly outcome: { readonly status: number; readonly body: unknown } | null;
  /** Whether the answer was altered. */
  readonly isFaulted: boolean;
  readonly at: number;
}

/** A request that left the worker, arrived or not. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly keyName: string | null;
  readonly account: AccountName | null;
  readonly at: number;
  /** The status with which a complete answer came back to the living worker; null when none did, or when it is not known. */
  readonly answered: number | null;
  /** When a 429 came back that asked for a pause of so long; null otherwise. */
  readonly pause: { readonly at: number; readonly ms: number } | null;
}

/** A contact on the server; null when it is not there. */
export interface ContactState {
  readonly id: string;
  readonly listId: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A person of the run, with GetSales' contact before and after it. */
export interface Person {
  readonly account: AccountName;
  readonly slug: string;
  readonly before: ContactState | null;
  readonly after: ContactState | null;
}

/** A message that GetSales stored during the run, and that others did not write. */
export interface ServerMessage {
  readonly uuid: string;
  readonly contactId: string;
  readonly senderId: string;
  readonly text: string;
}

/** What another user of the workspace did with a contact, or the contact itself, outside the product. */
export interface ActOfOthers {
  /** `added`: the person · `changed`: a tag, the stage or the list · `wrote`: in the conversation. */
  readonly what: 'added' | 'changed' | 'wrote';
  readonly account: AccountName;
  readonly contactId: string;
  /** The person whom they added; null otherwise. */
  readonly slug: string | null;
  /** The list that they added or moved it to; null otherwise. */
  readonly listId: string | null;
  /** The message and its text; null when they wrote none. */
  readonly messageId: string | null;
  readonly text: string | null;
  readonly at: number;
}

export interface ServerFacts {
  readonly seen: readonly SeenRequest[];
  readonly sent: readonly SentRequest[];
  readonly people: readonly Person[];
  readonly messages: readonly ServerMessage[];
  readonly byOthers: readonly ActOfOthers[];
  /** Names of lists by id. */
  readonly listNames: Readonly<Record<string, string>>;
}

/** What else happened, which can explain what a screen says. */
export interface Conditions {
  /** The network works from here on, and what is open is carried out; Infinity when a run ends before that. */
  readonly faultsEndAt: number;
  readonly kills: number;
  /** When the worker was killed; empty where times cannot be judged. */
  readonly killTimes: readonly number[];
  readonly hadFaults: boolean;
  readonly wasOffline: boolean;
  readonly changedKeys: boolean;
  /** Whether the browser refused to store or to read something, or lost it. */
  readonly hadStorageFaults: boolean;
  /** Whether the browser's clock was never changed. */
  readonly isClockSteady: boolean;
  /** Whether times can be judged: not where they pass in real time. */
  readonly isTimed: boolean;
  /** Whether a second worker with separate locks took part. */
  readonly hasSecondWorker: boolean;
  /** Whether, by the user's acts and GetSales' log, a key was in use and not rejected at the end: then nothing may be left undone. */
  readonly isConnected: boolean;
  /** Whether GetSales rejected the key since the user last pasted it. */
  readonly isRejected: boolean;
  /** What the screen says about the key at the end. */
  readonly session: 'connected' | 'rejected' | 'disconnected';
  /** When the user began to paste a key. */
  readonly pastes: readonly number[];
  /** Whether the answer to a search had a wrong or no date, so that a message may not be recognised. */
  readonly hadWrongDates: boolean;
}

/** Text that was found somewhere outside of the vault, or in it. */
export interface Stored {
  readonly where: string;
  readonly text: string;
  /** Whether message texts and names belong there. */
  readonly mayHaveContents: boolean;
}

export interface SecretFacts {
  readonly keys: Readonly<Record<UsedKey, string>>;
  readonly stored: readonly Stored[];
  readonly unexpectedHosts: readonly string[];
}

/** Everything the judge decides from: the user's actions, GetSales' log and state, and what screens claimed. */
export interface Facts {
  readonly sends: readonly SendAction[];
  readonly adds: readonly AddAction[];
  readonly presses: readonly Press[];
  /** In the order in which screens showed them. */
  readonly claims: readonly Claim[];
  /** What the screens of the connected account show at the end. */
  readonly final: readonly Claim[];
  /** Entries whose records were erased with the account, with what screens had shown last. */
  readonly erased: readonly Claim[];
  readonly mayBeErased: (id: string) => boolean;
  readonly server: ServerFacts;
  readonly conditions: Conditions;
  readonly accounts: AccountFacts;
  readonly secrets: SecretFacts;
  /** Reported bugs and unhandled rejections. */
  readonly errors: readonly string[];
}
