import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { wrappedLead } from '../../state/lead-wire';
import type { LeadRow, UnreadCount } from '../../state/rows';
import { readBody } from '../../wire/body';
import { unknownField } from '../../wire/problem';
import { isRecord, recordOf, type JsonRecord } from '../../wire/values';
import { mapRows, postedPage } from '../list-page';

/**
 * Unread counts: the list of contacts of GetSales' own web pages, which one client asks (docs/getsales-api.md#conversation).
 * Its filter is an Elasticsearch query; the sandbox knows the part about unread messages. Newest activity first.
 */
export function unreadRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.post('/leads/:cluster/api/leads/list', async (c) => {
    const body = await readBody(c);
    const query = recordOf(recordOf(body['filter'])['elasticQuery']);
    const lastActivity = ({ uuid }: LeadRow): string =>
      c
        .get('workspace')
        .messages.ofLead(uuid)
        .reduce((last, { sent_at: at }) => (at !== null && at > last ? at : last), '');
    const rows = c
      .get('workspace')
      .leads.all()
      .filter((lead) => matches(query, lead.unread_counts))
      .toSorted((a, b) => lastActivity(b).localeCompare(lastActivity(a)));
    const page = postedPage(c, rows, { isSorted: true }, body);
    return c.json(mapRows(page, (row) => wrappedLead(c.get('workspace'), row)));
  });
  return app;
}

/** Whether the counts satisfy a query of `bool` with `must` and `should`, `term` and `range`; all match without a query. */
function matches(query: JsonRecord, counts: readonly UnreadCount[]): boolean {
  return Object.entries(query).every(([kind, value]) => {
    const inner = recordOf(value);
    if (kind === 'bool') {
      const { must, should } = { must: clauses(inner['must']), should: clauses(inner['should']) };
      const isSome = should.length === 0 || should.some((clause) => matches(clause, counts));
      return isSome && must.every((clause) => matches(clause, counts));
    }
    const isMet = TESTS[kind];
    if (isMet === undefined) throw unknownField(kind);
    return Object.entries(inner).every(([field, wanted]) =>
      counts.some((count) => isMet(columnOf(count, field), wanted)),
    );
  });
}

const TESTS: Readonly<Record<string, (value: unknown, wanted: unknown) => boolean>> = {
  term: (value, wanted) => String(value) === String(wanted),
  range: (value, wanted) => Number(value) > Number(recordOf(wanted)['gt']),
};

function columnOf(count: UnreadCount, field: string): unknown {
  if (field === 'unread_counts.count') return count.count;
  if (field === 'unread_counts.sender_profile_uuid') return count.sender_profile_uuid;
  throw unknownField(field);
}

function clauses(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
