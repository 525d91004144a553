/** What "Add as I open" has to know before it adds by itself. `asking` means: not known yet. */
export interface AutoAddFacts {
  /** The switch as it stood when the popup opened. */
  readonly armed: boolean | 'asking';
  readonly connected: boolean | 'asking';
  /** The person stands in the tab's address, not in a pasted link. */
  readonly fromTab: boolean;
  readonly page: 'asking' | 'settled' | 'not-settled';
  readonly contactStatus: 'asking' | 'absent' | 'present' | 'failed';
  readonly lastList: 'asking' | 'known' | 'none';
  /** Adds of this person that the outbox remembers, undone ones included. */
  readonly earlierAdds: 'asking' | 'none' | 'some' | 'failed';
  /** The user has chosen or pressed something meanwhile. */
  readonly touched: boolean;
}

/**
 * Whether opening the popup adds at once. Only a person of this tab whom GetSales says it does not have, whose page has
 * settled, who was never added (or undone) from here, onto the list used last. Anything unknown waits, anything else is
 * left to the user.
 */
export function autoAddDecision(facts: AutoAddFacts): 'add' | 'wait' | 'no' {
  const conditions = [
    facts.armed,
    facts.connected,
    facts.fromTab,
    !facts.touched,
    facts.page === 'asking' ? 'asking' : facts.page === 'settled',
    facts.contactStatus === 'asking' ? 'asking' : facts.contactStatus === 'absent',
    facts.lastList === 'asking' ? 'asking' : facts.lastList === 'known',
    facts.earlierAdds === 'asking' ? 'asking' : facts.earlierAdds === 'none',
  ];
  if (conditions.includes(false)) return 'no';
  return conditions.includes('asking') ? 'wait' : 'add';
}
