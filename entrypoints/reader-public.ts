import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPublicPage } from '@/lib/linkedin/read/read-public-page';
import { readUntilSettled } from '@/lib/linkedin/read/read-until-settled';

/** Content script for public profile pages, injected when the reader of profiles finds one. */
export default defineUnlistedScript(() =>
  readUntilSettled({
    read: () => readPublicPage(document, location.href),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
);
