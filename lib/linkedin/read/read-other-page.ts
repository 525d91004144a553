import type { Reading } from '@/lib/domain/reading';
import { parseIdentity } from '../address/identity';
import { readPeople } from '../people/read-people';
import { nothing, readAs, readingOf } from './first-generation';
import { readRecruiter } from '../recruiter/read-recruiter';
import { readSalesLead } from '../sales/read-sales-lead';
import { readThread } from '../thread/read-thread';

/**
 * Reads LinkedIn's other pages about people: Sales Navigator leads, Recruiter profiles, conversations and pages of many
 * people. Only the first two name their person in the address. Pure; never throws.
 */
export function readElsewhere(document: Document, href: string): Reading {
  const parsed = parseIdentity(href);
  const identity = parsed.ok ? parsed.value : null;
  try {
    if (identity === null) return readUnnamed(document, href, parsed.ok ? null : parsed.error);
    return identity.recruiterId === undefined
      ? readAs('sales-lead', [['sales', readSalesLead]], document, identity)
      : readAs('recruiter', [['recruiter', readRecruiter]], document, identity);
  } catch {
    return nothing('unsettled', identity);
  }
}

/** A page whose address names nobody: a conversation shows one person, a page of many lists them. */
function readUnnamed(document: Document, href: string, why: string | null): Reading {
  if (why === 'many') return { ...nothing('people', null), people: [...readPeople(document)] };
  if (why !== 'thread') return nothing('other', null);
  const seen = readThread(document, href);
  // A conversation shows a name and little more: nothing else is expected of it.
  return seen?.belongs === true
    ? { ...readingOf('thread', 'unknown', seen), missing: [], drift: [] }
    : nothing('unsettled', null);
}
