import { FIELD_NAMES, type FieldName } from '@/lib/domain/reading';
import { readPage } from '@/lib/linkedin/read-page';
import { mutate } from './mutate';
import type { Plan } from './plan';

/** A page before it is changed, and what must be true of every reading of it afterwards. */
export interface Subject {
  readonly url: string;
  readonly html: string;
  readonly name: string;
  /** The slug in the address, if it names one. */
  readonly named: string | null;
  readonly slug: string | null;
  readonly memberId: string | null;
  /** Words and ids of others. */
  readonly never: readonly string[];
  readonly expected: Readonly<Partial<Record<FieldName, string>>>;
}

export interface Verdict {
  readonly wrong: readonly { readonly plan: number; readonly what: string }[];
  /** How often each field was read with its right value, and with another one. */
  readonly right: Readonly<Record<string, number>>;
  readonly other: Readonly<Record<string, number>>;
  readonly settled: number;
  /** Milliseconds of each reading. */
  readonly ms: readonly number[];
}

/** Changes and reads pages as planned; `firstPlan` is the number of the first plan of this batch. */
export type Judge = (plans: readonly Plan[], firstPlan: number) => Verdict;

/** A judge of these pages inside a browser; called by `mutants.ts` through the page. */
export function createJudge(subjects: readonly Subject[]): Judge {
  const parsed = subjects.map(({ html }) => parse(html));
  return (plans, firstPlan) => judge(subjects, parsed, plans, firstPlan);
}

function judge(
  subjects: readonly Subject[],
  parsed: readonly Document[],
  plans: readonly Plan[],
  firstPlan: number,
): Verdict {
  const wrong: { plan: number; what: string }[] = [];
  const right: Record<string, number> = {};
  const other: Record<string, number> = {};
  const ms: number[] = [];
  let settled = 0;
  plans.forEach((plan, index) => {
    const subject = at(subjects, plan.page);
    const lender = at(subjects, plan.other);
    const arrived = subject.html.slice(0, (subject.html.length * plan.arrives) / 1_000);
    const page = plan.arrives === 1_000 ? copy(at(parsed, plan.page)) : parse(arrived);
    mutate(page, at(parsed, plan.other), { subject: subject.name, other: lender.name }, plan);
    const problems: string[] = [];
    try {
      const begun = performance.now();
      const { kind, identity, fields } = readPage(page, subject.url);
      ms.push(performance.now() - begun);
      if (kind === 'profile') settled += 1;
      if (identity === null || ![subject.slug, subject.named].includes(identity.slug)) problems.push('wrong person');
      if (identity !== null && isForeign(identity.memberId, subject))
        problems.push(`wrong member id: ${identity.memberId ?? ''}`);
      if (fields.name !== undefined && fields.name.value !== subject.name)
        problems.push(`wrong name: ${fields.name.value}`);
      for (const name of FIELD_NAMES) {
        const value = fields[name]?.value;
        if (value === undefined) continue;
        const tally = value === subject.expected[name] ? right : other;
        tally[name] = (tally[name] ?? 0) + 1;
      }
    } catch (error) {
      problems.push(`exception: ${String(error)}`);
    }
    wrong.push(...problems.map((what) => ({ plan: firstPlan + index, what })));
  });
  return { wrong, right, other, settled, ms };
}

/** A page that contradicts itself gives no member id; without the contradiction the subject's own may be read. */
function isForeign(memberId: string | null, subject: Subject): boolean {
  return (
    memberId !== null && (subject.memberId === null ? subject.never.includes(memberId) : memberId !== subject.memberId)
  );
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
