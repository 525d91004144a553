import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPeoplePage } from '@/lib/linkedin/read/read-people-page';
import { readUntilSettled } from '@/lib/linkedin/read/read-until-settled';

/** Content script for conversations and pages of many people. Its value is the reading with the address it was made at. */
export default defineUnlistedScript(() =>
  readUntilSettled({
    read: () => ({ ...readPeoplePage(document, location.href), href: location.href }),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
);
