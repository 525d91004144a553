import type { KeyAction } from './key-changes';
import type { Step } from './steps';

/** What happens to a planned message, by the user or by others. */
export type MessageAct =
  | ('send' | 'send in the other worker' | 'cancel' | 'check' | 'send anyway' | 'type it again' | 'try again')
  | ('someone else writes' | 'someone else writes the same' | 'remove the message');

/** What happens to a planned add, or to its contact. */
export type AddAct =
  | ('add' | 'retry add' | 'undo add' | 'cancel the add' | 'remove the add' | 'write to the contact')
  | ('someone else tags the contact' | 'someone else moves the contact' | 'someone else sets the stage')
  | ('the contact writes' | 'someone else writes to the contact' | 'someone else adds the person')
  | 'open the popup';

/** One action of the user, of others, the network or the browser; `at` in ms since the run began. */
export type Action =
  | { readonly at: number; readonly of: 'message'; readonly do: MessageAct; readonly which: number }
  | { readonly at: number; readonly of: 'add'; readonly do: AddAct; readonly which: number }
  | { readonly at: number; readonly of: 'account'; readonly do: 'clear Activity' | 'create a list' }
  | { readonly at: number; readonly do: 'open a page' | 'go offline' | 'go online' }
  | { readonly at: number; readonly do: 'set the clock'; readonly by: number }
  | ({ readonly at: number } & KeyAction);

export interface PlannedMessage {
  readonly to: 0 | 1;
  readonly as: 0 | 1;
  /** Messages with the same number have the same text. */
  readonly words: number;
}

export interface PlannedAdd {
  readonly person: 0 | 1;
  readonly list: 0 | 1;
  readonly ifPresent: 'keep' | 'move';
  readonly entry: number;
}

/** Kills the worker before or after it does `step` for the nth time, or at a time in ms. */
export interface PlannedKill {
  readonly step: Step | number;
  readonly moment: 'before' | 'after';
  readonly nth: number;
  /** Kills the whole browser, with its alarms and session storage. */
  readonly browser: boolean;
  /** Milliseconds until something starts the worker again; an alarm may do so earlier. */
  readonly backAfter: number;
}

export interface Plan {
  readonly seed: number;
  /**
   * `own`: different texts · `alike`: equal for GetSales and the product, distinguishable for the judge by trailing
   * spaces · `identical`: the judge can only count them.
   */
  readonly texts: 'own' | 'alike' | 'identical';
  readonly cancelPeriodSeconds: number;
  readonly faultProbability: number;
  /** Server clock minus browser clock. */
  readonly skewMs: number;
  readonly messages: readonly PlannedMessage[];
  readonly adds: readonly PlannedAdd[];
  /** Whether the user replaces or erases keys. */
  readonly changesKeys: boolean;
  /** Probability that an action comes from a page opened for the previous account. */
  readonly stale: number;
  readonly actions: readonly Action[];
  readonly kills: readonly PlannedKill[];
  readonly faultsBeginAt: number;
  /** The one fault that occurs, by name; null for any. */
  readonly onlyFault: string | null;
  /** When faults end. */
  readonly faultsEndAt: number;
  /** Whether the user pastes the key again after GetSales rejected it. */
  readonly reconnects: boolean;
}
