import type { SenderRow } from '../state/outreach-rows';
import { stamp, USER_ID, type Workspace } from '../state/workspace';
import { DAY_MS } from './times';

export interface SeededSenders {
  /** "Mara (DE)", enabled, on LinkedIn. */
  readonly mara: SenderRow;
  /** "Tom", on LinkedIn, without a label of its own: the name is first and last name. */
  readonly tom: SenderRow;
  /** "Office", without a LinkedIn account: it cannot write. */
  readonly office: SenderRow;
}

const WEEKDAYS = [1, 2, 3, 4, 5].map((dow) => ({ dow, min: 540, max: 1080 }));

export function seedSenders(workspace: Workspace): SeededSenders {
  const add = (row: Pick<SenderRow, 'first_name' | 'last_name' | 'label' | 'status'>, onLinkedin: boolean): SenderRow =>
    workspace.senders.add({
      ...stamp(workspace, workspace.seededAt - (200 - workspace.senders.all().length) * DAY_MS),
      linkedin_browser_id: onLinkedin ? 331 + workspace.senders.all().length : null,
      linkedin_account_uuid: onLinkedin ? workspace.random.uuid() : null,
      mailbox_uuid: onLinkedin ? null : workspace.random.uuid(),
      assignee_user_id: USER_ID,
      avatar_url: null,
      schedule: { timezone: 'Europe/Berlin', use_lead_timezone: false, timeblocks: WEEKDAYS },
      smart_limits_enabled: onLinkedin ? 1 : 0,
      hold_tasks_till: null,
      last_automation_server_id: null,
      notification_emails: null,
      user_id: USER_ID,
      ...row,
    });
  return {
    mara: add({ first_name: 'Mara', last_name: 'Lind', label: 'Mara (DE)', status: 'enabled' }, true),
    tom: add({ first_name: 'Tom', last_name: 'Aasen', label: 'Tom', status: 'disabled' }, true),
    office: add({ first_name: 'Acme', last_name: 'Office', label: 'Office (mail only)', status: 'enabled' }, false),
  };
}
