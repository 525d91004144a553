import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '@/lib/linkedin/read-page';
import { readSettled } from '@/lib/linkedin/read-settled';

/** The content script, injected on the user's act: its value is the reading, and it leaves nothing behind. */
export default defineUnlistedScript(() =>
  readSettled({
    read: () => readPage(document, location.href),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
);
