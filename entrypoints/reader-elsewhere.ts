import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readElsewhere } from '@/lib/linkedin/read/read-other-page';
import { readSettled } from '@/lib/linkedin/read/read-until-settled';

/** The content script for LinkedIn's pages that are not a profile: leads, Recruiter, conversations, many people. */
export default defineUnlistedScript(() =>
  readSettled({
    read: () => ({ ...readElsewhere(document, location.href), href: location.href }),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
);
