import { FIELD_NAMES, type FieldName, type PageKind } from '@/lib/domain/reading';
import { readPage } from '@/lib/linkedin/testing/read-page';
import { mutate } from './mutate';
import type { Plan } from './plan';

const ID_NAMES = ['slug', 'memberId', 'salesId', 'recruiterId'] as const;
type Ids = Readonly<Partial<Record<(typeof ID_NAMES)[number], string | null | undefined>>>;

/** A page before it is changed, and the facts to check every reading of it against. */
export interface SamplePage {
  readonly url: string;
  readonly html: string;
  readonly kind: PageKind;
  readonly name: string;
  /** The person by the address, and by the whole page. */
  readonly addressed: Ids | null;
  readonly identity: Ids;
  /** Words and ids of others. */
  readonly never: readonly string[];
  readonly expected: Readonly<Partial<Record<FieldName, string>>>;
}

export interface Outcome {
  readonly wrong: readonly { readonly plan: number; readonly what: string }[];
  /** How often each field was read with its right value, and with another one. */
  readonly right: Readonly<Record<string, number>>;
  readonly other: Readonly<Record<string, number>>;
  readonly settled: number;
  /** Readings with another name, of profiles on which the person's own name is no longer anywhere. */
  readonly effaced: number;
  /** Milliseconds of each reading. */
  readonly ms: readonly number[];
}

/** Changes and reads pages as planned; `firstPlan` is the number of the first plan of this batch. */
export type Judge = (plans: readonly Plan[], firstPlan: number) => Outcome;

/** Changes and checks these pages in a browser; called by `mutants.ts` through the page. */
export function createJudge(samplePages: readonly SamplePage[]): Judge {
  const parsed = samplePages.map(({ html }) => parse(html));
  return (plans, firstPlan) => judge(samplePages, parsed, plans, firstPlan);
}

function judge(
  samplePages: readonly SamplePage[],
  parsed: readonly Document[],
  plans: readonly Plan[],
  firstPlan: number,
): Outcome {
  const wrong: { plan: number; what: string }[] = [];
  const right: Record<string, number> = {};
  const other: Record<string, number> = {};
  const ms: number[] = [];
  let settled = 0;
  let effaced = 0;
  plans.forEach((plan, index) => {
    const sample = at(samplePages, plan.page);
    const lender = at(samplePages, plan.other);
    const arrived = sample.html.slice(0, (sample.html.length * plan.arrives) / 1_000);
    const page = plan.arrives === 1_000 ? copy(at(parsed, plan.page)) : parse(arrived);
    mutate(page, at(parsed, plan.other), { profileOwner: sample.name, other: lender.name }, plan);
    const problems: string[] = [];
    try {
      const begun = performance.now();
      const { kind, identity, fields } = readPage(page, sample.url);
      ms.push(performance.now() - begun);
      if (kind === sample.kind) settled += 1;
      problems.push(...wrongIds(identity, sample));
      // Other pages have the name in one place, where nothing can contradict it.
      const name = sample.kind === 'profile' ? (fields.name?.value ?? sample.name) : sample.name;
      if (name !== sample.name) {
        const isContradicted = `${page.title}${page.body.outerHTML}`.includes(sample.name);
        if (isContradicted) problems.push(`wrong name: ${name}`);
        else effaced += 1;
      }
      for (const field of FIELD_NAMES) {
        const value = fields[field]?.value;
        if (value === undefined) continue;
        const tally = value === sample.expected[field] ? right : other;
        tally[field] = (tally[field] ?? 0) + 1;
      }
    } catch (error) {
      problems.push(`exception: ${String(error)}`);
    }
    wrong.push(...problems.map((what) => ({ plan: firstPlan + index, what })));
  });
  return { wrong, right, other, settled, effaced, ms };
}

/**
 * The ids of the address must be read, and no id of another person. A page that contradicts itself gives no member id; without the
 * contradiction the owner's own may be read.
 */
function wrongIds(identity: Ids | null, { addressed, identity: own, never }: SamplePage): readonly string[] {
  return ID_NAMES.flatMap((name) => {
    const id = identity?.[name] ?? null;
    const wanted = [own[name], addressed?.[name]].filter((each) => each !== null && each !== undefined);
    if (id === null) return (addressed?.[name] ?? null) === null ? [] : [`no ${name}`];
    const isRight = wanted.length === 0 ? !never.includes(id) : wanted.some((each) => each === id);
    return isRight ? [] : [`wrong ${name}: ${id}`];
  });
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('There is no page to change.');
  return found;
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function copy(page: Document): Document {
  const fresh = page.implementation.createHTMLDocument('');
  fresh.replaceChild(fresh.importNode(page.documentElement, true), fresh.documentElement);
  return fresh;
}
