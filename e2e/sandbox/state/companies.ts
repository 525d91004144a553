import { createRandom } from '../seed/random';
import { textOf, wireTime, type JsonRecord } from '../wire/values';
import type { CompanyFields, CompanyRow, LeadRow } from './rows';
import type { Workspace } from './workspace';

const COLUMNS = [
  'name',
  'domain',
  'website',
  'linkedin',
  'ln_id',
  'phone',
  'industry',
  'employees_range',
  'hq_raw_address',
  'about',
] as const;

const NO_FIELDS: CompanyFields = {
  name: null,
  domain: null,
  website: null,
  linkedin: null,
  ln_id: null,
  phone: null,
  industry: null,
  employees_range: null,
  hq_raw_address: null,
  about: null,
};

/** The given fields of a company, by column; unknown keys are silently ignored. */
export function readCompanyInput(given: JsonRecord): Partial<CompanyFields> {
  const fields: Partial<CompanyFields> = {};
  for (const column of COLUMNS) {
    const value = given[column];
    if (value !== undefined) fields[column] = typeof value === 'number' ? String(value) : textOf(value);
  }
  return fields;
}

export function createCompany(workspace: Workspace, fields: Partial<CompanyFields>): CompanyRow {
  const time = wireTime(workspace.now());
  const known = workspace.companies.all().length;
  return workspace.companies.add({
    // From a source of its own, so that companies leave the other seeded ids as they are.
    uuid: createRandom(workspace.team.randomSeed * 1_000_003 + known).uuid(),
    team_id: workspace.team.id,
    created_at: time,
    updated_at: time,
    ...NO_FIELDS,
    ...fields,
    pipeline_stage_uuid: null,
    tags: [],
    status: 'ok',
  });
}

/** The first company with the same LinkedIn id, nickname, domain or name, in this order. */
export function findCompany(workspace: Workspace, wanted: Partial<CompanyFields>): CompanyRow | undefined {
  const rows = workspace.companies.all();
  for (const column of ['ln_id', 'linkedin', 'domain', 'website', 'name'] as const) {
    const value = wanted[column];
    const found = value === undefined || value === null ? undefined : rows.find((row) => row[column] === value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Gives a contact the company that its fields name; a new one if there is none. */
export function linkCompany(workspace: Workspace, lead: LeadRow): void {
  const fields = { name: lead.company_name, domain: lead.domain };
  if (fields.name === null && fields.domain === null) return;
  const company = findCompany(workspace, fields) ?? createCompany(workspace, fields);
  company.domain ??= fields.domain;
  lead.company_uuid = company.uuid;
}
