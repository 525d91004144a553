import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readLeadPage } from '@/lib/linkedin/read/read-lead-page';
import { readUntilSettled } from '@/lib/linkedin/read/read-until-settled';

/** Content script for leads in Sales Navigator and profiles in Recruiter. Its value is the reading with the address it was made at. */
export default defineUnlistedScript(() =>
  readUntilSettled({
    read: () => ({ ...readLeadPage(document, location.href), href: location.href }),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
);
