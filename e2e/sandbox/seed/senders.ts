import type { SenderRow } from '../state/outreach-rows';
import { stamp, type Workspace } from '../state/workspace';
import { DAY_MS } from '../clock';

type SenderPlan = Pick<SenderRow, 'first_name' | 'last_name' | 'label' | 'status'>;

/** The senders of a workspace: two with a LinkedIn account, and one without, which cannot write. */
export interface SendersPlan {
  readonly main: SenderPlan;
  readonly second: SenderPlan;
  readonly mailOnly: SenderPlan;
}

export type SeededSenders = Readonly<Record<keyof SendersPlan, SenderRow>>;

const WEEKDAYS = [1, 2, 3, 4, 5].map((dow) => ({ dow, min: 540, max: 1080 }));

export function seedSenders(workspace: Workspace, plan: SendersPlan): SeededSenders {
  const add = (row: SenderPlan, onLinkedin: boolean): SenderRow =>
    workspace.senders.add({
      ...stamp(workspace, workspace.seededAt - (200 - workspace.senders.all().length) * DAY_MS),
      linkedin_browser_id: onLinkedin ? workspace.team.firstBrowserId + workspace.senders.all().length : null,
      linkedin_account_uuid: onLinkedin ? workspace.random.uuid() : null,
      mailbox_uuid: onLinkedin ? null : workspace.random.uuid(),
      assignee_user_id: workspace.team.owner.id,
      avatar_url: null,
      schedule: { timezone: 'Europe/Berlin', use_lead_timezone: false, timeblocks: WEEKDAYS },
      smart_limits_enabled: onLinkedin ? 1 : 0,
      hold_tasks_till: null,
      last_automation_server_id: null,
      notification_emails: null,
      user_id: workspace.team.owner.id,
      ...row,
    });
  return { main: add(plan.main, true), second: add(plan.second, true), mailOnly: add(plan.mailOnly, false) };
}
