import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import type { MessageRow } from '../../state/outreach-rows';
import type { LeadRow } from '../../state/rows';
import type { Workspace } from '../../state/workspace';
import { type JsonRecord, textOf, wireTime } from '../../wire/values';
import { queryFilter, queryOf } from '../../wire/query';
import { queriedPage } from '../list-page';

/** Threads: one per contact and sender, without text or unread count (docs/getsales-api.md#conversation). */
export function threadRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/flows/api/linkedin-conversations', (c) => {
    const filter = queryFilter(queryOf(c), c.get('quirks'));
    const wanted = textOf(filter['lead_uuid']);
    const leads =
      wanted === null
        ? c.get('workspace').leads.all()
        : [c.get('workspace').leads.get(wanted)].filter((row) => row !== undefined);
    const threads = leads.flatMap((lead) => threadsOf(c.get('workspace'), lead));
    const filters = ['lead_uuid', 'linkedin_account_uuid'];
    return c.json(queriedPage(c, threads, { filters, isSorted: true }, filter));
  });
  return app;
}

function threadsOf(workspace: Workspace, lead: LeadRow): readonly JsonRecord[] {
  const newest = new Map<string, MessageRow>();
  const first = new Map<string, MessageRow>();
  for (const message of workspace.messages.ofLead(lead.uuid)) {
    const key = message.linkedin_conversation_uuid;
    if (!first.has(key)) first.set(key, message);
    newest.set(key, message);
  }
  return [...newest].map(([uuid, message], index) => ({
    uuid,
    id: workspace.team.firstThreadId + index,
    team_id: workspace.team.id,
    lead_uuid: lead.uuid,
    linkedin_account_uuid: message.linkedin_account_uuid,
    ln_id: lead.ln_id,
    ln_member_id: lead.ln_member_id,
    sn_id: lead.sn_id,
    conversation_hash: message.message_hash,
    linkedin_messenger_type: 'basic',
    lead_nickname: lead.linkedin,
    group_context: null,
    event_count: 0,
    last_activity_at: message.sent_at,
    last_stored_message_at: message.sent_at,
    last_msg_sync_at: wireTime(workspace.now()),
    need_to_sync: 0,
    created_at: first.get(uuid)?.created_at ?? message.created_at,
    updated_at: message.updated_at,
  }));
}
