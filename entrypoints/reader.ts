import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readProfilePage } from '@/lib/linkedin/read/read-profile';
import { readSettled } from '@/lib/linkedin/read/read-until-settled';

/** The content script, injected on the user's act: its value is the reading, and it leaves nothing behind. */
export default defineUnlistedScript(() =>
  readSettled({
    read: () => readProfilePage(document, location.href),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
);
