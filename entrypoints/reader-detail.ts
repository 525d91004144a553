import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readDetailPage } from '@/lib/linkedin/read/read-detail-page';
import { readUntilSettled } from '@/lib/linkedin/read/read-until-settled';

/** Content script for pages below a profile. Its value is the reading. */
export default defineUnlistedScript(() =>
  readUntilSettled({
    read: () => readDetailPage(document, location.href),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
);
