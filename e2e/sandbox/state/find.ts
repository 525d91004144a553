import type { SenderRow } from './outreach-rows';
import type { LeadRow, ListRow } from './rows';
import type { Workspace } from './workspace';

/**
 * What GetSales' Quick Start writes where an id belongs. The sandbox takes it for the first record of its kind, so that
 * every call of the article works as printed; the contract does not know it.
 */
export const ARTICLE_PLACEHOLDER = 'uuid-uuid-uuid-uuid-example';

export function findList(workspace: Workspace, uuid: string): ListRow | undefined {
  return uuid === ARTICLE_PLACEHOLDER ? workspace.lists.all()[0] : workspace.lists.get(uuid);
}

export function findLead(workspace: Workspace, uuid: string): LeadRow | undefined {
  return uuid === ARTICLE_PLACEHOLDER ? workspace.leads.all()[0] : workspace.leads.get(uuid);
}

export function findSender(workspace: Workspace, uuid: string): SenderRow | undefined {
  return uuid === ARTICLE_PLACEHOLDER ? workspace.senders.all()[0] : workspace.senders.get(uuid);
}
