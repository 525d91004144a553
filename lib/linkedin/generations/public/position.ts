import type { ReadField } from '@/lib/domain/reading';
import { all, closest, first, rawText } from '../../page/dom';
import { field } from '../../evidence/fields';
import { type JsonRecord, recordsUnder } from '../../page/embedded-json';
import { clean, textOf } from '../../page/text';

/**
 * The position at the top card's company: from the list of current positions, else from the page's description of the
 * person for search engines. What LinkedIn has blurred (`****`) is nothing, and without the company nothing counts.
 */
export function currentPosition(document: Document, company: string | null): ReadField | null {
  if (company === null) return null;
  const listed = all(document, '[data-section="currentPositionsDetails"]')
    .filter((item) => closest(item, '.top-card-layout') === null && companyOf(item) === company)
    .map((item) => textOf(first(item, 'h3')));
  const described = all(document, 'script[type="application/ld+json"]')
    .flatMap((script) => recordsUnder('@graph', rawText(script)))
    .filter((record) => record['@type'] === 'Person' && firstName(record.worksFor) === company)
    .map((record) => firstOf(record.jobTitle));
  const [position] = [
    ...listed.map((value) => field(value, 'structure')),
    ...described.map((value) => field(typeof value === 'string' ? clean(value) : '', 'json-ld')),
  ].filter((found) => found !== null && !found.value.includes('**'));
  return position ?? null;
}

/** A role's own company line, or the one above its group. */
function companyOf(item: Element): string {
  const group = closest(item, '.experience-group');
  return textOf(first(item, 'h4') ?? (group && first(group, 'h4')));
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : list;
}

function firstName(list: unknown): unknown {
  const one = firstOf(list);
  return isRecord(one) ? one.name : undefined;
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null;
}
