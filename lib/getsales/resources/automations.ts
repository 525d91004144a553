import type { AutomationStatus } from '@/lib/domain/contact';
import type { ContactId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { readAll } from './paging';
import { apiPath } from '../http/api-path';
import { unreadable, type Request } from '../http/call';
import { readEnrolment, readFlow } from '../wire/rows';
import { unwrapData } from '../wire/values';
import { isGone } from './lookup';

/** The automations a contact is or was in, newest first (docs/getsales-api.md#automations). Names are cached. */
export function createAutomations(request: Request) {
  const names = new Map<string, string>();

  /** Null when the automation has been deleted. */
  async function nameOf(id: string, signal?: AbortSignal): Promise<Result<string | null>> {
    const known = names.get(id);
    if (known !== undefined) return ok(known);
    const answer = await request({ method: 'GET', path: apiPath`/flows/api/flows/${id}`, mode: 'read', signal });
    if (!answer.ok) return isGone(answer.error) ? ok(null) : err(answer.error.error);
    const flow = readFlow(unwrapData(answer.value.json));
    if (flow === null) return err(unreadable(answer.value.status).error);
    names.set(id, flow.name);
    return ok(flow.name);
  }

  return async (contactId: ContactId, signal?: AbortSignal): Promise<Result<readonly AutomationStatus[]>> => {
    const enrolments = await readAll(request, {
      path: apiPath`/flows/api/flows-leads`,
      query: { 'filter[lead_uuid]': contactId },
      read: readEnrolment,
      id: (row) => row.uuid ?? row.flow_uuid,
      belongs: (row) => row.lead_uuid === contactId,
      signal,
    });
    if (!enrolments.ok) return err(enrolments.error.error);
    const rows = enrolments.value.rows.toSorted((a, b) => (b.created_at ?? '').localeCompare(a.created_at ?? ''));
    const flowIds = [...new Set(rows.map((row) => row.flow_uuid))];
    const asked = await Promise.all(flowIds.map((id) => nameOf(id, signal)));
    const failed = asked.find((each) => !each.ok);
    if (failed !== undefined) return failed;
    return ok(
      rows.flatMap((row) => {
        const name = asked[flowIds.indexOf(row.flow_uuid)];
        return name?.ok === true && name.value !== null ? [{ name: name.value, status: row.status ?? '' }] : [];
      }),
    );
  };
}
