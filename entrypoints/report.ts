import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageReport } from '@/lib/linkedin/report/page-report';

/** The page report, injected when the user asks for it: its value is the report, and it leaves nothing behind. */
export default defineUnlistedScript(() => pageReport(document, location.href));
