import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readProfilePage } from '@/lib/linkedin/read/read-profile-page';
import { readUntilSettled } from '@/lib/linkedin/read/read-until-settled';

/** Content script for profiles, injected when the user acts. Its value is the reading; it leaves nothing in the page. */
export default defineUnlistedScript(() =>
  readUntilSettled({
    read: () => readProfilePage(document, location.href),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
);
