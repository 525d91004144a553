import type { WorkspaceControl } from './control';
import { seedLists } from './seed/seed';
import { addMessage } from './state/conversations';
import { inspectedLead } from './state/lead-wire';
import type { MessageRow } from './state/outreach-rows';
import { normalNickname } from './state/person-reference';
import type { Workspace } from './state/workspace';

/** The control of one workspace. It is asked for at every call, because a reset replaces it. */
export function createWorkspaceControl(workspace: () => Workspace): WorkspaceControl {
  return {
    lists: () => workspace().lists.all(),
    seedLists: (count) => seedLists(workspace(), count),
    senders: () => workspace().senders.all(),
    contactCount: () => workspace().leads.all().length,
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
    receiveMessage: (message) => deliver(workspace(), 'inbox', message),
    writeMessage: (message) => deliver(workspace(), 'outbox', message),
    failMessage: (uuid, reason) => workspace().messages.fail(uuid, reason),
    failNextMessages: (reason) => workspace().messages.failNext(reason),
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
