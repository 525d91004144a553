import type { Reading } from '@/lib/domain/reading';
import { parseIdentity } from '../address/parse-address';
import { readRecruiter } from '../recruiter/read-recruiter';
import { readSalesLead } from '../sales/read-sales-lead';
import { emptyReading, readGeneration } from './read-generation';

/** Reads a lead in Sales Navigator or a profile in Recruiter. The person comes from the address. Pure; never throws. */
export function readLeadPage(document: Document, href: string): Reading {
  const parsed = parseIdentity(href);
  if (!parsed.ok) return emptyReading('other', null);
  const identity = parsed.value;
  try {
    return identity.recruiterId === undefined
      ? readGeneration('sales-lead', [['sales', readSalesLead]], document, identity)
      : readGeneration('recruiter', [['recruiter', readRecruiter]], document, identity);
  } catch {
    return emptyReading('unsettled', identity);
  }
}
