import { Hono, type Context } from 'hono';
import type { SandboxEnv } from '../../env';
import { flatLead, wrappedLead } from '../../state/lead-wire';
import { parsePersonReference, type PersonReference } from '../../state/person-reference';
import type { Quirks } from '../../quirks/positions';
import type { LeadRow } from '../../state/rows';
import { readBody } from '../../wire/body';
import { textOf, type JsonRecord } from '../../wire/values';
import { withoutFresh } from '../../wire/filter';
import { invalid, Missing } from '../../wire/problem';
import { isTrue } from '../../wire/query';

/** Looks one contact up, under the current and the former name of the route (docs/getsales-api.md#lookup). */
export function lookupRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  const lookup = async (c: Context<SandboxEnv>) => {
    const body = await readBody(c);
    const lead = find(withoutFresh(c.get('workspace').leads.all(), c.get('lagMs'), c.get('workspace')), body);
    if (lead === undefined) throw noMatch(c.get('quirks'));
    return c.json(leadInFlight(c, lead, body['disable_aggregation']));
  };
  app.post('/leads/api/leads/lookup-one', lookup);
  app.post('/leads/api/leads/find-one', lookup);
  return app;
}

/** Wrapped by default, flat with `disable_aggregation` (docs/getsales-api.md#contradictions). */
export function leadInFlight(c: Context<SandboxEnv>, lead: LeadRow, disableAggregation: unknown): JsonRecord {
  const isFlat = isTrue(disableAggregation) || c.get('quirks').readAnswers === 'flat';
  return isFlat ? flatLead(lead) : wrappedLead(c.get('workspace'), lead);
}

function noMatch({ noMatch: position }: Readonly<Quirks>): Error {
  return position === 'not-found' ? new Missing() : invalid({ linkedin_id: ['Lead not found.'] });
}

function find(rows: readonly LeadRow[], body: JsonRecord): LeadRow | undefined {
  const linkedinId = textOf(body['linkedin_id']);
  const email = textOf(body['email']);
  const name = textOf(body['name']);
  const company = textOf(body['company_name']);
  if (linkedinId !== null) {
    const reference = parsePersonReference(linkedinId);
    if (reference === null) return undefined;
    return rows.find((row) => names(reference, row));
  }
  if (email !== null) return rows.find((row) => row.work_email === email || row.personal_email === email);
  if (name !== null && company !== null) {
    return rows.find((row) => row.name === name && row.company_name === company);
  }
  throw invalid({
    linkedin_id: ['The linkedin id field is required when email and name with company name are not given.'],
  });
}

function names(reference: PersonReference, row: LeadRow): boolean {
  if (reference.ln_id !== undefined) return row.ln_id === reference.ln_id;
  if (reference.sn_id !== undefined) return row.sn_id === reference.sn_id;
  return row.linkedin === reference.linkedin;
}
