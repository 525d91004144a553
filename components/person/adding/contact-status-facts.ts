import type { ContactStatus } from '@/lib/domain/contact';

/** Facts about a person's contact status, shown as chips; ContactStatusChips has the words. */
export type ContactStatusFact =
  | { readonly kind: 'absent' }
  | { readonly kind: 'on-list'; readonly listName: string; readonly since: string | null }
  /** In a list whose name could not be loaded. */
  | { readonly kind: 'in-getsales' }
  | { readonly kind: 'no-list' }
  | { readonly kind: 'stage'; readonly stageName: string }
  | { readonly kind: 'automation'; readonly name: string }
  | { readonly kind: 'replied'; readonly at: string }
  /** Some facts could not be loaded. */
  | { readonly kind: 'partial' };

/** The facts to show, most important first. Automations that have ended are left out. */
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

/** Names of the automations that may still act on this person: those without a known final status. */
export function runningAutomations(contactStatus: ContactStatus): readonly string[] {
  if (contactStatus.kind === 'absent') return [];
  return contactStatus.automations.filter(({ status }) => !ENDED.has(status)).map(({ name }) => name);
}

/** Final statuses of an automation (docs/getsales-api.md#automations). */
const ENDED: ReadonlySet<string> = new Set(['finished', 'failed', 'canceled']);
