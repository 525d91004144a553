import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readClassicPage } from '@/lib/linkedin/read/read-classic-page';
import { readUntilSettled } from '@/lib/linkedin/read/read-until-settled';

/** Content script for classic profile pages, injected when the reader of profiles finds one. */
export default defineUnlistedScript(() =>
  readUntilSettled({
    read: () => readClassicPage(document, location.href),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
);
