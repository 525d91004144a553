import type { Reading } from '@/lib/domain/reading';
import { parseIdentity } from '../address/parse-address';
import { readPeople } from '../people/read-people';
import { readThread } from '../thread/read-thread';
import { emptyReading, readingOf } from './read-generation';

/** Reads pages without a person in the address: a conversation, or a page of many people. Pure; never throws. */
export function readPeoplePage(document: Document, href: string): Reading {
  const parsed = parseIdentity(href);
  const why = parsed.ok ? null : parsed.error;
  try {
    if (why === 'many') return { ...emptyReading('people', null), people: [...readPeople(document)] };
    return why === 'thread' ? readConversation(document, href) : emptyReading('other', null);
  } catch {
    return emptyReading('unsettled', null);
  }
}

/** A conversation shows the name and little else, so nothing is missing there. */
function readConversation(document: Document, href: string): Reading {
  const found = readThread(document, href);
  return found?.belongsToOwner === true
    ? { ...readingOf('thread', 'unknown', found), missing: [] }
    : emptyReading('unsettled', null);
}
