import fc from 'fast-check';
import { parseJson } from '../http/answer/parse-json';

/** One way to damage a JSON text. `at` picks the place, as a fraction of the length. */
export type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'char'; readonly at: number; readonly char: string }
  | { readonly kind: 'value'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'drop'; readonly at: number }
  | { readonly kind: 'poison'; readonly at: number }
  | { readonly kind: 'wrap'; readonly name: string };

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, [], {}, '', 0, 1, -1, 1e308, true, '<b>x</b>', 'x'.repeat(5_000), [[[]]]),
);

/** One to four kinds of damage; more often to the structure than to the text. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut'), at }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('char'), at, char: fc.string({ minLength: 1, maxLength: 2 }) }),
    },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('value'), at, value: odd }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('drop'), at }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('poison'), at }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wrap'), name: fc.constantFrom('data', 'lead', 'result') }) },
  ),
  { minLength: 1, maxLength: 4 },
);

const POISON = '"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},';

/** Applies the damage in order. Structural damage has no effect once the text is not JSON. */
export function damaged(text: string, plan: readonly Damage[]): string {
  return plan.reduce(damageOnce, text);
}

function damageOnce(text: string, damage: Damage): string {
  switch (damage.kind) {
    case 'cut':
      return text.slice(0, Math.floor(damage.at * text.length));
    case 'char': {
      const place = Math.floor(damage.at * text.length);
      return text.slice(0, place) + damage.char + text.slice(place + 1);
    }
    case 'poison': {
      const braces = [...text.matchAll(/\{(?=")/gu)].map(({ index }) => index + 1);
      const place = braces[Math.floor(damage.at * braces.length)];
      return place === undefined ? text : text.slice(0, place) + POISON + text.slice(place);
    }
    case 'wrap':
      return `{"${damage.name}":${text}}`;
    case 'value':
    case 'drop':
      return reshaped(text, damage);
  }
}

function reshaped(text: string, damage: Extract<Damage, { kind: 'value' | 'drop' }>): string {
  const whole = parseJson(text);
  if (whole === undefined) return text;
  let left = Math.floor(damage.at * countOf(whole));
  /** Changes or drops the value that `left` counts down to. */
  const change = (value: unknown): unknown => {
    left -= 1;
    if (left === -1) return damage.kind === 'drop' ? undefined : damage.value;
    if (Array.isArray(value)) return value.map(change).filter((each) => each !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each)]));
  };
  return JSON.stringify([change(whole)]).slice(1, -1);
}

/** The number of values in it, itself included. */
function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + countOf(each), 1);
}
