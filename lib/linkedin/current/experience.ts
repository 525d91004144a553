import { all, closest, first, rawText } from '../dom';
import { clean, isOngoing } from '../text';
import { card } from './subject';

export interface Role {
  readonly position: string;
  readonly company: string | null;
}

/** The first role of the experience card, when it goes on today: alone, or the first of a group under one company. */
export function currentRole(document: Document): Role | null {
  const section = card(document, 'ExperienceTopLevelSection');
  const item = section === null ? null : first(section, '[componentkey^="entity-collection-item"]');
  if (item === null) return null;
  const nested = first(item, 'ul > li');
  const own = lines(item).filter(({ element }) => closest(element, 'li') === closest(item, 'li'));
  const company = (nested === null ? own[1] : own[0])?.text.split(' · ')[0] ?? null;
  const roleLines = nested === null ? own : lines(nested);
  const position = roleLines[0]?.text;
  if (position === undefined || !roleLines.some(({ text }) => isOngoing(text))) return null;
  return { position, company };
}

function lines(root: Element): readonly { readonly element: Element; readonly text: string }[] {
  return all(root, 'p')
    .map((element) => ({ element, text: clean(rawText(element)) }))
    .filter(({ text }) => text !== '');
}
