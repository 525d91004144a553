import type { ContactChange, Control, WorkspaceControl } from './control';
import { seedLists } from '../seed/seed';
import { addMessage } from '../state/conversations';
import { inspectedLead } from '../state/lead-wire';
import { createLead, moveLead, touch, updateLead } from '../state/leads';
import type { MessageRow } from '../state/outreach-rows';
import { normalNickname } from '../state/person-reference';
import type { LeadRow } from '../state/rows';
import type { Workspace } from '../state/workspace';
import { DOCUMENTED_RATE, type AccessState } from '../access/access';
import type { Clock } from '../clock';
import type { ContractChecks } from '../contract/checks';
import type { FaultScript } from '../faults/script';
import { DOCUMENTED, type Quirks } from '../quirks/positions';
import type { RequestLog } from '../network/request-log';
import { USUAL_TIMING, type MessageTiming } from '../state/messages';
import type { WorkspaceName } from '../state/team';

/** The control of one workspace. Calls `workspace` every time, because a reset replaces it. */
export function createWorkspaceControl(workspace: () => Workspace): WorkspaceControl {
  return {
    lists: () => workspace().lists.all(),
    seedLists: (count) => seedLists(workspace(), count),
    senders: () => workspace().senders.all(),
    contactCount: () => workspace().leads.all().length,
    contact(nickname) {
      const lead = leadOf(workspace(), nickname);
      return lead === undefined ? null : inspectedLead(workspace(), lead);
    },
    changeContact(nickname, change) {
      const lead = leadOf(workspace(), nickname);
      if (lead === undefined) return null;
      changeLead(workspace(), lead, change);
      return lead.uuid;
    },
    addContact(nickname, listUuid) {
      if (leadOf(workspace(), nickname) !== undefined) return null;
      return createLead(workspace(), listUuid, { fields: { linkedin: normalNickname(nickname) }, tagNames: [] }).uuid;
    },
    messages: (leadUuid) =>
      workspace()
        .messages.ofLead(leadUuid)
        .map((row) => ({ ...row })),
    receiveMessage: (message) => deliver(workspace(), 'inbox', message),
    writeMessage: (message) => deliver(workspace(), 'outbox', message),
    failMessage: (uuid, reason) => workspace().messages.fail(uuid, reason),
    failNextMessages: (reason) => workspace().messages.failNext(reason),
  };
}

function leadOf(workspace: Workspace, nickname: string): LeadRow | undefined {
  const wanted = normalNickname(nickname);
  return workspace.leads.all().find((row) => row.linkedin === wanted);
}

function changeLead(workspace: Workspace, lead: LeadRow, change: ContactChange): void {
  if ('tag' in change) return updateLead(workspace, lead, { fields: {}, tagNames: [change.tag] });
  if ('listUuid' in change) return moveLead(workspace, lead, change.listUuid);
  const stages = workspace.stages.all().filter(({ object }) => object === 'lead');
  const place = stages.findIndex(({ uuid }) => uuid === lead.pipeline_stage_uuid);
  lead.pipeline_stage_uuid = stages[(place + 1) % stages.length]?.uuid ?? lead.pipeline_stage_uuid;
  touch(workspace, lead);
}

function deliver(
  workspace: Workspace,
  type: MessageRow['type'],
  message: { readonly leadUuid: string; readonly senderUuid: string; readonly text: string },
): string | null {
  const lead = workspace.leads.get(message.leadUuid);
  const sender = workspace.senders.get(message.senderUuid);
  if (lead === undefined || sender === undefined) return null;
  const automation = type === 'inbox' ? 'synced' : 'auto';
  const sentAt = workspace.now();
  if (type === 'inbox') {
    const others = lead.unread_counts.filter((row) => row.sender_profile_uuid !== sender.uuid);
    const before = lead.unread_counts.find((row) => row.sender_profile_uuid === sender.uuid);
    lead.unread_counts = [...others, { sender_profile_uuid: sender.uuid, count: (before?.count ?? 0) + 1 }];
  }
  return addMessage(workspace, { leadUuid: lead.uuid, sender, type, text: message.text, automation, sentAt }).uuid;
}

export interface ControlParts {
  readonly clock: Clock;
  readonly access: AccessState;
  readonly timing: MessageTiming;
  /** Changed in place. */
  readonly quirks: Quirks;
  readonly log: RequestLog;
  readonly faults: FaultScript;
  readonly contract: ContractChecks | null;
  readonly workspace: (name: WorkspaceName) => Workspace;
  readonly reseed: () => void;
}

export function createControl(parts: ControlParts): Control {
  const { clock, access, timing, quirks, log, faults, contract } = parts;
  const controls = {
    acme: createWorkspaceControl(() => parts.workspace('acme')),
    labs: createWorkspaceControl(() => parts.workspace('labs')),
  };
  return {
    ...controls.acme,
    workspace: (name) => controls[name],
    reset() {
      clock.reset();
      access.revoked.clear();
      access.served.clear();
      access.perMinute = DOCUMENTED_RATE;
      Object.assign(timing, USUAL_TIMING);
      Object.assign(quirks, DOCUMENTED);
      faults.clear();
      log.clear();
      contract?.clear();
      parts.reseed();
    },
    requests: log.all,
    clearRequests: log.clear,
    fault: faults.add,
    clearFaults: faults.clear,
    quirks: () => ({ ...quirks }),
    setQuirks(changes) {
      const before = quirks.contacts;
      Object.assign(quirks, changes);
      if (quirks.contacts !== before) parts.reseed();
    },
    advance: clock.advance,
    setRateLimit(perMinute) {
      access.perMinute = perMinute;
    },
    setMessageTiming: (wanted) => void Object.assign(timing, wanted),
    revokeKey: (name = 'main') => void access.revoked.add(name),
    restoreKey: (name = 'main') => void access.revoked.delete(name),
    violations: () => contract?.violations() ?? [],
  };
}
