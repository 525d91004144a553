import { DOCUMENTED_RATE, type AccessState } from './access';
import type { Clock } from './clock';
import type { ContractBook } from './contract/book';
import type { Control } from './control';
import type { FaultBook } from './faults/book';
import type { RequestLog } from './request-log';
import { seedLists } from './seed/seed';
import { addMessage } from './state/conversations';
import { inspectedLead } from './state/lead-wire';
import { USUAL_TIMING, type MessageTiming } from './state/messages';
import { normalNickname } from './state/person-reference';
import type { MessageRow } from './state/outreach-rows';
import type { Workspace } from './state/workspace';

export interface ControlParts {
  readonly clock: Clock;
  readonly access: AccessState;
  readonly timing: MessageTiming;
  readonly log: RequestLog;
  readonly faults: FaultBook;
  readonly contract: ContractBook | null;
  readonly workspace: () => Workspace;
  readonly reseed: () => void;
}

export function createControl(parts: ControlParts): Control {
  const { clock, access, timing, log, faults, contract, workspace } = parts;
  return {
    reset() {
      clock.reset();
      access.revoked = false;
      access.perMinute = DOCUMENTED_RATE;
      Object.assign(timing, USUAL_TIMING);
      faults.clear();
      log.clear();
      contract?.clear();
      parts.reseed();
    },
    requests: log.all,
    clearRequests: log.clear,
    fault: faults.add,
    clearFaults: faults.clear,
    advance: clock.advance,
    failMessage: (uuid, reason) => workspace().messages.fail(uuid, reason),
    failNextMessages: (reason) => workspace().messages.failNext(reason),
    setRateLimit(perMinute) {
      access.perMinute = perMinute;
    },
    setMessageTiming: (wanted) => void Object.assign(timing, wanted),
    revokeKey() {
      access.revoked = true;
    },
    restoreKey() {
      access.revoked = false;
    },
    violations: () => contract?.violations() ?? [],
    seedLists: (count) => seedLists(workspace(), count),
    receiveMessage: (message) => deliver(workspace(), 'inbox', message),
    writeMessage: (message) => deliver(workspace(), 'outbox', message),
    contact(nickname) {
      const wanted = normalNickname(nickname);
      const lead = workspace()
        .leads.all()
        .find((row) => row.linkedin === wanted);
      return lead === undefined ? null : inspectedLead(workspace(), lead);
    },
    messages: (leadUuid) =>
      workspace()
        .messages.ofLead(leadUuid)
        .map((row) => ({ ...row })),
  };
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
