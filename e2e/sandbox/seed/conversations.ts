import { messageRow } from '../state/conversations';
import type { MessageRow, SenderRow } from '../state/outreach-rows';
import type { LeadRow } from '../state/rows';
import type { Workspace } from '../state/workspace';
import { wireTime } from '../wire/values';
import { createRandom, type Random } from './random';
import { HOUR_MS, MINUTE_MS } from '../clock';

const OPENERS = [
  'Hello {name}, thank you for connecting.',
  'Hi {name}, I saw your talk about suppliers and liked the part on short contracts.',
  'Good morning {name}, may I ask how you choose a new partner?',
] as const;

const LINES = [
  'Thanks, that is useful.',
  'Could we talk on Thursday at ten?',
  'I will ask my colleague and come back to you.',
  'Here is the page I meant: https://example.com/prices?from=chat',
  'No budget before the new year, sorry.',
  'Two questions: how long does the start take, and who does the training?',
  'Yes.',
  'Short answer: yes.\nLong answer: it depends on the warehouse, and I would like to show you ours first.\n\nBest, from the train',
  'شكرا، نتحدث غدا إن شاء الله',
  'Danke für die Unterlagen – sehr klar geschrieben.',
  '<b>Not bold</b> & <script>alert(1)</script> is how our old tool sent it.',
  'Perfect 👍',
] as const;

export interface ConversationPlan {
  readonly lead: LeadRow;
  readonly sender: SenderRow;
  readonly count: number;
  /** Time of the newest message, ms. */
  readonly until: number;
  /** Mean distance between two messages, ms. */
  readonly pace?: number;
  /** Another sender who writes every n-th message. */
  readonly guest?: { readonly sender: SenderRow; readonly every: number };
}

/** A thread that ends at `until` and begins with a message by the sender. Generated on first access. */
export function seedConversation(workspace: Workspace, plan: ConversationPlan): void {
  const seed = workspace.random.below(0x7fff_ffff);
  workspace.messages.defer(plan.lead.uuid, () => conversation(workspace, seed, plan));
}

/** The newest rows by seed: most sandboxes of a test run begin at the same time, and the longest thread takes 100 ms. */
const made = new Map<number, { readonly from: string; readonly rows: readonly MessageRow[] }>();

function conversation(workspace: Workspace, seed: number, plan: ConversationPlan): readonly MessageRow[] {
  const { lead, sender, guest } = plan;
  const from = JSON.stringify([
    workspace.team,
    lead.uuid,
    lead.first_name,
    sender,
    guest,
    plan.count,
    plan.until,
    plan.pace,
  ]);
  const known = made.get(seed);
  const rows = known?.from === from ? known.rows : invented(workspace, createRandom(seed), plan);
  made.set(seed, { from, rows });
  return rows.map((row) => ({ ...row }));
}

function invented(workspace: Workspace, random: Random, plan: ConversationPlan): readonly MessageRow[] {
  const { lead, sender, count, until } = plan;
  const pace = plan.pace ?? 20 * HOUR_MS;
  const firstName = lead.first_name ?? 'there';
  // Older messages were synchronised at once, so their `created_at` has no useful order.
  const syncedFrom = until - Math.floor(count / 3) * pace;
  return Array.from({ length: count }, (_, index) => {
    const sentAt = until - (count - 1 - index) * pace;
    const historic = sentAt < syncedFrom;
    const inbox = index > 0 && random.next() < 0.45;
    const guest = plan.guest !== undefined && index % plan.guest.every === plan.guest.every - 1;
    const message = {
      leadUuid: lead.uuid,
      sender: guest ? plan.guest.sender : sender,
      type: inbox ? 'inbox' : 'outbox',
      text: lineOf(random, index, firstName),
      automation: inbox || historic ? 'synced' : random.next() < 0.6 ? 'auto' : 'manual',
      linkedinType: index === 0 ? 'connection_note' : 'message',
      readAt: inbox || random.next() < 0.5 ? wireTime(sentAt + 7 * MINUTE_MS) : null,
      sentAt,
      createdAt: historic ? syncedFrom + random.below(HOUR_MS) : sentAt + random.below(MINUTE_MS),
    } as const;
    return messageRow(workspace, message, random);
  });
}

/** Every 40th message is a reaction without text. */
function lineOf(random: Random, index: number, firstName: string): string | null {
  if (index === 0) return random.pick(OPENERS).replace('{name}', firstName);
  if (index % 40 === 17) return null;
  return random.pick(LINES);
}
