import { ana, jonas, li } from '../../support/cast';
import type { Workspace } from '../state/workspace';
import { wireTime } from '../wire/values';
import { addCastMember, addLines, connect, setStage } from './cast-members';
import { seedConversation } from './conversations';
import { enrol, type SeededFlows } from './flows';
import type { SeedPlan } from './plan';
import type { SeededSenders } from './senders';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../clock';

/** The first workspace, "Acme": 300 contacts, among them Ana, Jonas and Li, but not Mira and Teo. */
export const ACME_PLAN: SeedPlan = {
  organization: {
    lists: [
      'Nordic procurement',
      'EU founders',
      'Conference Berlin',
      'DACH logistics',
      'Baltic fintech',
      'Iberia retail',
      'Energy buyers 2026',
      'Webinar October',
      'Partners, warm',
      'Newsletter readers',
      'Do not rush',
      'Übergabe Vertrieb',
    ],
    tags: [
      ['Met at fair', '#2f80ed'],
      ['Decision maker', '#27ae60'],
      ['Asked for price', '#f2994a'],
      ['Follow up in Q1', '#9b51e0'],
      ['Newsletter', null],
      ['No colour, long name that does not end where one would like it to', null],
    ],
    stages: [
      ['New', 'new', 'cold'],
      ['Approaching', 'approaching', 'cold'],
      ['Engaging', 'engaging', 'engaging'],
      ['Replied', 'replied', 'engaging'],
      ['Call booked', 'custom', 'positive'],
      ['Customer', 'custom', 'positive'],
      ['Not interested', 'custom', 'negative'],
    ],
    customFields: ['lead_source', 'Gender', 'Connection_Message', 'First_Message', 'budget'],
  },
  senders: {
    main: { first_name: 'Mara', last_name: 'Lind', label: 'Mara (DE)', status: 'enabled' },
    second: { first_name: 'Tom', last_name: 'Aasen', label: 'Tom', status: 'disabled' },
    mailOnly: { first_name: 'Acme', last_name: 'Office', label: 'Office (mail only)', status: 'enabled' },
  },
  flows: {
    outreach: { name: 'Q4 outreach', status: 'on', sender: 'second', ageDays: 40 },
    welcome: { name: 'Founders welcome', status: 'on', sender: 'main', ageDays: 90 },
    others: [
      { name: 'Summer event', status: 'off', sender: 'main', ageDays: 160 },
      { name: 'Spring ideas', status: 'draft', sender: 'second', ageDays: 20 },
      { name: 'Fair 2024', status: 'archived', sender: 'second', ageDays: 700 },
    ],
  },
  seedCast(workspace, senders, flows) {
    seedAna(workspace, senders);
    seedJonas(workspace, senders, flows);
    const lead = addCastMember(workspace, li, 'Conference Berlin', 30);
    connect(workspace, lead, senders.second, 12);
  },
  contacts: 300,
  firstPerson: 0,
};

/** 10,000 messages, the newest an hour old, nearly all with Mara (DE). */
function seedAna(workspace: Workspace, { main, second }: SeededSenders): void {
  const lead = addCastMember(workspace, ana, 'EU founders', 390);
  connect(workspace, lead, main, 380);
  connect(workspace, lead, second, 200);
  setStage(workspace, lead, 'Replied');
  const until = workspace.seededAt - HOUR_MS;
  const guest = { sender: second, every: 25 };
  seedConversation(workspace, { lead, sender: main, count: 10_000, until, pace: 50 * MINUTE_MS, guest });
}

/** Stage Engaging, in the running automation Q4 outreach, replied to Mara (DE) two days ago. */
function seedJonas(workspace: Workspace, { main }: SeededSenders, flows: SeededFlows): void {
  const lead = addCastMember(workspace, jonas, 'EU founders', 60);
  connect(workspace, lead, main, 20);
  setStage(workspace, lead, 'Engaging');
  enrol(workspace, flows.outreach, lead.uuid, 25, 'in_progress');
  enrol(workspace, flows.welcome, lead.uuid, 59, 'finished');
  const replied = workspace.seededAt - 2 * DAY_MS;
  addLines(workspace, { lead, sender: main, until: replied }, [
    ['outbox', 'Hello Jonas, I enjoyed your note on slow companies. May I connect?', -18 * DAY_MS],
    ['outbox', 'Thank you for connecting, Jonas. Which of your companies buys the most paper?', -9 * DAY_MS],
    ['inbox', 'That would be the bakery, surprisingly.', -8 * DAY_MS],
    ['outbox', 'Would a call with them make sense in November?', -3 * DAY_MS],
    ['inbox', 'Yes. Write to me on Thursday and I will introduce you.', 0],
  ]);
  lead.unread_counts = [{ sender_profile_uuid: main.uuid, count: 1 }];
  lead.last_stop_on_reply_at = wireTime(replied);
}
