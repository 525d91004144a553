import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { ReadField } from '@/lib/domain/reading';
import { portraitUrl } from '../avatar';
import { belongsTo, enrich } from '../belonging';
import { all, attribute, closest, first, rawText, visibleText } from '../dom';
import { collect, field, type GenerationReading } from '../fields';
import { splitName } from '../name';
import { clean, cleanLines, isBlank, isCount } from '../text';
import { currentRole } from './experience';
import { islandName } from './island';
import { companyBadge } from './organisations';
import { subjectOf, topCard } from './subject';

/** Reads the classic page (Ember). Null when the page is not of this generation. */
export function readClassic(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const top = topCard(document);
  if (top === null) return null;
  const subject = subjectOf(top);
  if (!belongsTo(subject, identity)) return { belongs: false };
  const known = enrich(identity, subject);
  const heading = first(top, 'h1');
  const name = heading === null ? '' : clean(visibleText(heading));
  const role = currentRole(document);
  const badge = companyBadge(document, top, role?.company ?? null);
  const isSameCompany = badge === null || role?.company === badge;
  return {
    belongs: true,
    identity: known,
    fields: collect({
      name: field(name, 'heading'),
      ...names(name, islandName(document, known.slug)),
      headline: headline(top),
      company: badge === null ? field(role?.company ?? null, 'structure') : field(badge, 'badge'),
      position: isSameCompany ? field(role?.position ?? null, 'structure') : null,
      location: location(top),
      about: about(document),
      avatar: field(portraitUrl(portrait(top)), 'attribute'),
    }),
  };
}

function names(name: string, island: ReturnType<typeof islandName>) {
  if (island === null) return splitName(name);
  return { firstName: field(island.firstName, 'island'), lastName: field(island.lastName, 'island') };
}

function headline(top: Element): ReadField | null {
  const attributed = first(top, '[data-generated-suggestion-target]');
  const element = attributed ?? first(top, '.text-body-medium.break-words');
  const text = element === null ? '' : clean(visibleText(element));
  return isBlank(text) ? null : field(text, attributed === null ? 'structure' : 'attribute');
}

function location(top: Element): ReadField | null {
  const element = first(top, 'span.text-body-small.inline.t-black--light.break-words');
  const text = element === null ? '' : clean(rawText(element));
  return isCount(text) ? null : field(text, 'structure');
}

function about(document: Document): ReadField | null {
  const anchor = first(document, 'main #about');
  const section = anchor === null ? null : closest(anchor, 'section');
  const body = section === null ? null : first(section, '[class*="inline-show-more-text"] span[aria-hidden="true"]');
  return body === null ? null : field(cleanLines(visibleText(body)), 'structure');
}

/** Only the subject's own portrait: people in common have theirs in a list. */
function portrait(top: Element): string | null {
  const image = all(
    top,
    'button img.pv-top-card-profile-picture__image, .pv-top-card-profile-picture__container img',
  ).find((candidate) => closest(candidate, 'ul') === null);
  return image === undefined ? null : attribute(image, 'src');
}
