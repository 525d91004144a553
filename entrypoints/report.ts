import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageReport } from '@/lib/linkedin/report/page-report';

/** Content script for the page report, injected when the user asks for it. Its value is the report. */
export default defineUnlistedScript(() => pageReport(document, location.href));
