import type { AutomationStanding } from '@/lib/domain/contact';
import type { ContactId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { readAll } from '../paging';
import type { Request } from '../pipeline/request';
import { routes } from '../routes';
import { readEnrolment, readFlow, readStage } from '../wire/rows';

/** Names of the pipeline stages of contacts by id (getsales-api.md 3.7); this route's filter is a JSON text. */
export async function stages(request: Request, signal?: AbortSignal): Promise<Result<ReadonlyMap<string, string>>> {
  const found = await readAll(request, {
    path: routes.stages,
    query: { filter: '{"object":"lead"}' },
    read: readStage,
    id: (stage) => stage.uuid,
    signal,
  });
  if (!found.ok) return err(found.error.error);
  return ok(new Map(found.value.filter(({ object }) => object !== 'company').map(({ uuid, name }) => [uuid, name])));
}

/** The automations a contact is or was in (getsales-api.md 3.11). Names of automations are asked once each. */
export function createAutomations(request: Request) {
  const names = new Map<string, string>();

  async function nameOf(id: string, signal?: AbortSignal): Promise<Result<string>> {
    const known = names.get(id);
    if (known !== undefined) return ok(known);
    const answer = await request({ method: 'GET', path: routes.flow(id), mode: 'read', signal });
    if (!answer.ok) return err(answer.error.error);
    const flow = readFlow(answer.value.json);
    if (flow === null) return err({ code: 'unreadable-answer', status: answer.value.status });
    names.set(id, flow.name);
    return ok(flow.name);
  }

  return async (contactId: ContactId, signal?: AbortSignal): Promise<Result<readonly AutomationStanding[]>> => {
    const enrolments = await readAll(request, {
      path: routes.enrolments,
      query: { 'filter[lead_uuid]': contactId },
      read: readEnrolment,
      id: (row) => row.uuid ?? row.flow_uuid,
      signal,
    });
    if (!enrolments.ok) return err(enrolments.error.error);
    const standings: AutomationStanding[] = [];
    for (const row of enrolments.value.filter(({ lead_uuid: lead }) => lead === contactId)) {
      const name = await nameOf(row.flow_uuid, signal);
      if (!name.ok) return name;
      standings.push({ name: name.value, status: row.status ?? '' });
    }
    return ok(standings);
  };
}
