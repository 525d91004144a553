import { jonas } from '../../support/cast';
import { addCastMember, addLines, connect, setStage } from './cast-members';
import type { SeedPlan } from './plan';
import { DAY_MS } from '../clock';

/** The second workspace, "Acme Labs": 40 contacts. Jonas is the only cast member, as a separate contact. */
export const LABS_PLAN: SeedPlan = {
  organization: {
    lists: ['Pilot customers', 'Research partners', 'Beta testers', 'Grant offices'],
    tags: [
      ['Signed NDA', '#eb5757'],
      ['Has a lab', '#56ccf2'],
    ],
    stages: [
      ['Untouched', 'new', 'cold'],
      ['Contacted', 'approaching', 'cold'],
      ['In talks', 'engaging', 'engaging'],
      ['Answered', 'replied', 'engaging'],
      ['Pilot running', 'custom', 'positive'],
    ],
    customFields: ['field_of_research', 'Pilot_Size'],
  },
  senders: {
    main: { first_name: 'Noor', last_name: 'Haddad', label: 'Noor (Labs)', status: 'enabled' },
    second: { first_name: 'Ivo', last_name: 'Prins', label: 'Ivo', status: 'enabled' },
    mailOnly: { first_name: 'Labs', last_name: 'Mailbox', label: 'Labs (mail only)', status: 'enabled' },
  },
  flows: {
    outreach: { name: 'Pilot invitation', status: 'on', sender: 'main', ageDays: 30 },
    welcome: { name: 'Lab tour', status: 'on', sender: 'second', ageDays: 70 },
    others: [{ name: 'Old survey', status: 'archived', sender: 'main', ageDays: 400 }],
  },
  seedCast(workspace, { main }) {
    const lead = addCastMember(workspace, jonas, 'Pilot customers', 45);
    connect(workspace, lead, main, 40);
    setStage(workspace, lead, 'In talks');
    addLines(workspace, { lead, sender: main, until: workspace.seededAt - 6 * DAY_MS }, [
      ['outbox', 'Hello Jonas, we build sensors for bakeries. May I show you one?', -10 * DAY_MS],
      ['inbox', 'Please send me the data sheet first.', 0],
    ]);
  },
  contacts: 40,
  firstPerson: 1_000,
};
