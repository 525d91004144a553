import type { ContactStatus } from '@/lib/domain/contact';

/** Facts about where a person stands in GetSales, as chips. Words are chosen where they are shown. */
export type ContactStatusFact =
  | { readonly kind: 'absent' }
  | { readonly kind: 'on-list'; readonly listName: string; readonly since: string | null }
  /** On a list whose name could not be found. */
  | { readonly kind: 'in-getsales' }
  | { readonly kind: 'no-list' }
  | { readonly kind: 'stage'; readonly stageName: string }
  | { readonly kind: 'automation'; readonly name: string }
  | { readonly kind: 'replied'; readonly at: string }
  /** Some of this could not be asked. */
  | { readonly kind: 'partial' };

/** The facts worth a chip, most important first. Automations that have ended are no news. */
export function contactStatusFacts(contactStatus: ContactStatus): readonly ContactStatusFact[] {
  if (contactStatus.kind === 'absent') return [{ kind: 'absent' }];
  const { stageName, lastReplyAt } = contactStatus;
  const facts: ContactStatusFact[] = [listFact(contactStatus)];
  if (stageName !== null) facts.push({ kind: 'stage', stageName });
  for (const name of runningAutomations(contactStatus)) facts.push({ kind: 'automation', name });
  if (lastReplyAt !== null) facts.push({ kind: 'replied', at: lastReplyAt });
  if (contactStatus.extras === 'partial') facts.push({ kind: 'partial' });
  return facts;
}

function listFact({ contact, listName }: Extract<ContactStatus, { kind: 'present' }>): ContactStatusFact {
  if (listName !== null) return { kind: 'on-list', listName, since: contact.createdAt };
  return { kind: contact.listId === null ? 'no-list' : 'in-getsales' };
}

/** Names of the automations that may still act on this person: any status that is not known to be an end. */
export function runningAutomations(contactStatus: ContactStatus): readonly string[] {
  if (contactStatus.kind === 'absent') return [];
  return contactStatus.automations.filter(({ status }) => !ENDED.has(status)).map(({ name }) => name);
}

/** Status words seen for an automation that is over (docs/getsales-api.md#automations). */
const ENDED: ReadonlySet<string> = new Set(['finished', 'failed', 'canceled']);
