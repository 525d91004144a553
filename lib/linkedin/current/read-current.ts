import type { LinkedInIdentity } from '@/lib/domain/identity';
import { portraitUrl } from '../avatar';
import { belongsTo, enrich } from '../belonging';
import { all, attribute, closest, first, rawText, visibleText } from '../dom';
import { collect, field, type GenerationReading } from '../fields';
import { splitName } from '../name';
import { clean, cleanLines } from '../text';
import { currentRole } from './experience';
import { card, subjectOf } from './subject';
import { topLines } from './top-lines';

/** Reads the current page (server-driven, hashed class names). Null when the page is not of this generation. */
export function readCurrent(document: Document, identity: LinkedInIdentity): GenerationReading | null {
  const top = card(document, 'Topcard');
  if (top === null) return null;
  const heading = all(top, 'h1, h2').find((candidate) => clean(rawText(candidate)) !== '');
  const subject = subjectOf(document, top);
  if (heading === undefined || !belongsTo(subject, identity)) return { belongs: false };
  const name = clean(rawText(heading));
  const lines = topLines(top, heading);
  const role = currentRole(document);
  const company = lines.company === null ? field(role?.company ?? null, 'structure') : field(lines.company, 'badge');
  const isSameCompany = company === null || role?.company === company.value;
  return {
    belongs: true,
    identity: enrich(identity, subject),
    fields: collect({
      name: field(name, 'heading'),
      ...splitName(name),
      headline: field(lines.headline, 'structure'),
      company,
      position: isSameCompany ? field(role?.position ?? null, 'structure') : null,
      location: field(lines.location, 'structure'),
      about: about(document),
      avatar: field(portraitUrl(portrait(top)), 'structure'),
    }),
  };
}

function about(document: Document) {
  const section = card(document, 'About');
  const box = section === null ? null : first(section, '[data-testid="expandable-text-box"]');
  return box === null ? null : field(cleanLines(visibleText(box)), 'card-key');
}

/** The subject's portrait: not the cover, not the faces of people in common. */
function portrait(top: Element): string | null {
  const image = all(top, '[role="button"] figure img, [componentkey="topcard-logo-image-referencekey"] img').find(
    (candidate) => closest(candidate, 'ul, a') === null,
  );
  return image === undefined ? null : attribute(image, 'src');
}
