import type { AppError, StorageTrouble } from '@/lib/domain/app-error';
import { t } from '@/lib/i18n/text';

/** The one button that helps. `connect` opens the options page, `retry` repeats the act, `none` leaves it at words. */
export type ErrorHelp = 'connect' | 'retry' | 'none';

export interface ErrorWords {
  readonly title: string;
  readonly body: string;
  readonly help: ErrorHelp;
}

/** Words and the helping action for an error: what happened, what was kept, what to do. Exhaustive over the union. */
export function errorWords(error: AppError): ErrorWords {
  switch (error.code) {
    case 'not-connected':
      return { title: t('error.notConnected.title'), body: t('error.notConnected.body'), help: 'connect' };
    case 'key-malformed':
      return { title: t('error.keyMalformed.title'), body: t('error.keyMalformed.body'), help: 'none' };
    case 'key-expired':
      return { title: t('error.keyExpired.title'), body: t('error.keyExpired.body'), help: 'connect' };
    case 'key-rejected':
      return { title: t('error.keyRejected.title'), body: t('error.keyRejected.body'), help: 'connect' };
    case 'key-replaced':
      return { title: t('error.keyReplaced.title'), body: t('error.keyReplaced.body'), help: 'retry' };
    case 'key-unreadable':
      return { title: t('error.keyUnreadable.title'), body: t('error.keyUnreadable.body'), help: 'connect' };
    case 'offline':
      return { title: t('error.offline.title'), body: t('error.offline.body'), help: 'retry' };
    case 'unreachable':
      return error.why === 'timeout'
        ? { title: t('error.timeout.title'), body: t('error.timeout.body'), help: 'retry' }
        : { title: t('error.unreachable.title'), body: t('error.unreachable.body'), help: 'retry' };
    case 'may-repeat':
      return { title: t('error.mayRepeat.title'), body: t('error.mayRepeat.body'), help: 'retry' };
    case 'rate-limited':
      return {
        title: t('error.rateLimited.title'),
        body: t('error.rateLimited.body', { count: Math.max(1, Math.ceil(error.retryAfterMs / 1000)) }),
        help: 'retry',
      };
    case 'forbidden':
      return error.by === 'gateway'
        ? { title: t('error.gateway.title'), body: t('error.gateway.body'), help: 'retry' }
        : { title: t('error.forbidden.title'), body: t('error.forbidden.body'), help: 'none' };
    case 'payment-required':
      return { title: t('error.paymentRequired.title'), body: t('error.paymentRequired.body'), help: 'none' };
    case 'not-found':
      return { title: notFoundTitle(error.what), body: t('error.notFound.body'), help: 'retry' };
    case 'refused':
      return { title: t('error.refused.title'), body: refusedBody(error), help: 'none' };
    case 'server-trouble':
      return {
        title: t('error.serverTrouble.title'),
        body: t('error.serverTrouble.body', { status: String(error.status) }),
        help: 'retry',
      };
    case 'unreadable-answer':
      return { title: t('error.unreadableAnswer.title'), body: t('error.unreadableAnswer.body'), help: 'retry' };
    case 'unconfirmed':
      return { title: t('error.unconfirmed.title'), body: t('error.unconfirmed.body'), help: 'none' };
    case 'duplicate-entry':
      return { title: t('error.duplicateEntry.title'), body: t('error.duplicateEntry.body'), help: 'none' };
    case 'busy':
      return { title: t('error.busy.title'), body: t('error.busy.body'), help: 'retry' };
    case 'expired':
      return { title: t('error.expired.title'), body: t('error.expired.body'), help: 'retry' };
    case 'too-late':
      return { title: t('error.tooLate.title'), body: t('error.tooLate.body'), help: 'none' };
    case 'undo-unsafe':
      return { title: t('error.undoUnsafe.title'), body: t('error.undoUnsafe.body'), help: 'none' };
    case 'storage-unavailable':
      return storageWords(error.trouble);
    case 'contact-mismatch':
      return { title: t('error.contactMismatch.title'), body: t('error.contactMismatch.body'), help: 'retry' };
    case 'person-changed':
      return { title: t('error.personChanged.title'), body: t('error.personChanged.body'), help: 'none' };
    case 'tab-not-shared':
      return { title: t('error.tabNotShared.title'), body: t('error.tabNotShared.body'), help: 'none' };
    case 'page-unreadable':
      return { title: t('error.pageUnreadable.title'), body: t('error.pageUnreadable.body'), help: 'retry' };
    case 'cancelled':
      return { title: t('error.cancelled.title'), body: t('error.cancelled.body'), help: 'retry' };
    case 'bad-request':
    case 'wrong-state':
      return {
        title: t('error.unexpected.title'),
        body: t('error.unexpected.body', { reference: error.code }),
        help: 'retry',
      };
    case 'unexpected':
      return {
        title: t('error.unexpected.title'),
        body: t('error.unexpected.body', { reference: error.reference }),
        help: 'retry',
      };
  }
}

/** An error in a few words: GetSales' own reason when it gave one, else the title. */
export function errorReason(error: AppError): string {
  return (error.code === 'refused' ? saidBy(error) : '') || errorWords(error).title;
}

function notFoundTitle(what: Extract<AppError, { code: 'not-found' }>['what']): string {
  switch (what) {
    case 'contact':
      return t('error.notFound.contact');
    case 'list':
      return t('error.notFound.list');
    case 'sender':
      return t('error.notFound.sender');
    case 'message':
    case 'entry':
    case 'record':
      return t('error.notFound.other');
  }
}

function refusedBody(error: Extract<AppError, { code: 'refused' }>): string {
  return saidBy(error) || t('error.refused.body');
}

/** What GetSales said, empty when it gave no reason. */
function saidBy(error: Extract<AppError, { code: 'refused' }>): string {
  return error.problems
    .map((problem) => problem.message)
    .filter((message) => message !== '')
    .join(' ');
}

function storageWords(trouble: StorageTrouble): ErrorWords {
  switch (trouble) {
    case 'newer':
      return { title: t('error.storageNewer.title'), body: t('error.storageNewer.body'), help: 'none' };
    case 'quota':
      return { title: t('error.storageFull.title'), body: t('error.storageFull.body'), help: 'retry' };
    case 'blocked':
      return { title: t('error.storageBlocked.title'), body: t('error.storageBlocked.body'), help: 'retry' };
    case 'missing':
    case 'unknown':
      return { title: t('error.storage.title'), body: t('error.storage.body'), help: 'retry' };
  }
}
