import { VOCABULARY } from './vocabulary';

/** Replaces a word that is not LinkedIn's own. */
const UNKNOWN = '{w}';
/** Shorter words occur by chance in random ids, so they show only if everything around them is known. */
const TELLING_LENGTH = 4;
/** Longest part of a value that is looked at. */
const MAX_LENGTH = 400;

const CARD_KEY = /^(.*profile\.card\.ref)(ACoAA[\w-]{34}|.*?)([A-Z][A-Za-z]*|)$/su;
const SLUG_KEY =
  /^(profileCards(?:Above|Below)Activity(?:Part\d)?|profileAside(?:Browsemap|Pymk|Product)|ProfilePostConnectDrawer_|profile_experience_top_anchor_|ProfileVerificationTriggerRef-)(.+)$/su;

/**
 * A name or key with LinkedIn's own words as they are and everything else as its shape: `{slug}`, `{memberId}`, `{n}` for a
 * number, `{w}` for any other word and what is joined to it. `ref{memberId}Topcard`, `entity-collection-item-{w}`.
 *
 * @param own the slug of the page's address, shown as `{slug}` everywhere; null for none
 */
export function machineWords(value: string, own: string | null = null): string {
  const text = value.slice(0, MAX_LENGTH);
  const card = CARD_KEY.exec(text);
  if (card !== null) {
    const [, before = '', id = '', after = ''] = card;
    return `${runs(before)}${id === '' ? '' : (idShape(id) ?? '{slug}')}${runs(after)}`;
  }
  const keyed = SLUG_KEY.exec(text);
  if (keyed !== null) return `${runs(keyed[1] ?? '')}${idShape(keyed[2] ?? '') ?? '{slug}'}`;
  return around(text, own).map(runs).join('{slug}');
}

/** Whether a name consists of LinkedIn's own words only. */
export function isMachineWord(name: string): boolean {
  return /^[A-Za-z][\w-]*$/u.test(name) && known(name) !== null;
}

/** The kind of a LinkedIn id; null for other texts. */
export function idShape(text: string): string | null {
  if (!/^A(?:Co|Cw|EM)AA[\w-]{34}$/u.test(text)) return null;
  if (text.startsWith('ACo')) return '{memberId}';
  return text.startsWith('ACw') ? '{salesId}' : '{recruiterId}';
}

/** The texts before, between and after the page's own slug. A short slug counts only as a separate word. */
function around(text: string, own: string | null): readonly string[] {
  if (own === null || own === '') return [text];
  const parts: string[] = [];
  let begin = 0;
  for (let at = find(text, own, 0); at >= 0; at = find(text, own, begin)) {
    parts.push(text.slice(begin, at));
    begin = at + own.length;
  }
  return [...parts, text.slice(begin)];
}

function find(text: string, own: string, from: number): number {
  const at = text.toLowerCase().indexOf(own, from);
  if (at < 0 || own.length >= TELLING_LENGTH) return at;
  const isAlone = !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + own.length));
  return isAlone ? at : find(text, own, at + 1);
}

/** Words joined by hyphens and underscores are judged together; other marks separate them. */
function runs(text: string): string {
  const shown = text.match(/[\p{L}\p{M}\p{N}_%+-]+|[.:/,()|=]|[^]/gu) ?? [];
  return shown
    .map((run) => (/^[.:/,()|=]$/u.test(run) ? run : runShape(run)))
    .join('')
    .replaceAll(/(?:\{w\}){2,}/gu, UNKNOWN);
}

function runShape(run: string): string {
  return idShape(run) ?? known(run) ?? telling(run);
}

const PARTS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[_-]+|[^]/gu;

/** The run with its numbers as shapes, if all of its words are known; else null. */
function known(run: string): string | null {
  const parts = run.match(PARTS) ?? [];
  const shapes = parts.map(partShape);
  // Single letters and digits can be initials.
  return shapes.includes(null) || !/[A-Za-z]{2}/u.test(run) ? null : shapes.join('');
}

/** The known words at the start of a run, up to the first that is not. */
function telling(run: string): string {
  let shown = '';
  for (const part of run.match(PARTS) ?? []) {
    const shape = partShape(part);
    if (shape === null || (/^[A-Za-z]/u.test(shape) && shape.length < TELLING_LENGTH)) break;
    shown += shape;
  }
  return /[A-Za-z]/u.test(shown) ? `${shown}${UNKNOWN}` : UNKNOWN;
}

function partShape(part: string): string | null {
  if (/^\d$|^[_-]+$/u.test(part)) return part;
  if (/^\d+$/u.test(part)) return '{n}';
  const word = part.toLowerCase();
  return VOCABULARY.has(word) || VOCABULARY.has(word.replace(/s$/u, '')) ? part : null;
}
