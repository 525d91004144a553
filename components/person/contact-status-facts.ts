import type { ContactStanding } from '@/lib/domain/contact';

/** Facts about where a person stands in GetSales, as chips. Words are chosen where they are shown. */
export type StandingFact =
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
export function standingFacts(standing: ContactStanding): readonly StandingFact[] {
  if (standing.kind === 'absent') return [{ kind: 'absent' }];
  const { stageName, lastReplyAt } = standing;
  const facts: StandingFact[] = [listFact(standing)];
  if (stageName !== null) facts.push({ kind: 'stage', stageName });
  for (const name of runningAutomations(standing)) facts.push({ kind: 'automation', name });
  if (lastReplyAt !== null) facts.push({ kind: 'replied', at: lastReplyAt });
  if (standing.extras === 'partial') facts.push({ kind: 'partial' });
  return facts;
}

function listFact({ contact, listName }: Extract<ContactStanding, { kind: 'present' }>): StandingFact {
  if (listName !== null) return { kind: 'on-list', listName, since: contact.createdAt };
  return { kind: contact.listId === null ? 'no-list' : 'in-getsales' };
}

/** Names of the automations that may still act on this person: any status that is not known to be an end. */
export function runningAutomations(standing: ContactStanding): readonly string[] {
  if (standing.kind === 'absent') return [];
  return standing.automations.filter(({ status }) => !ENDED.has(status)).map(({ name }) => name);
}

/** Status words seen for an automation that is over (getsales-api.md 3.11). */
const ENDED: ReadonlySet<string> = new Set(['finished', 'failed', 'canceled']);
