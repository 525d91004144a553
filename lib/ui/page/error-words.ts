import type { AppError, StorageTrouble } from '@/lib/domain/app-error';
import { t, type TextKey } from '@/lib/i18n/text';

/** The one button that helps. `connect` opens the options page, `retry` repeats the act, `update` updates the extension, `none` leaves it at words. */
export type ErrorHelp = 'connect' | 'retry' | 'update' | 'none';

export interface ErrorWords {
  readonly title: string;
  readonly body: string;
  readonly help: ErrorHelp;
}

/** Words and the helping action for an error: what happened, what was kept, what to do. Exhaustive over the union. */
export function errorWords(error: AppError): ErrorWords {
  switch (error.code) {
    case 'not-connected':
      return plain('notConnected', 'connect');
    case 'key-malformed':
      return plain('keyMalformed', 'none');
    case 'key-expired':
      return plain('keyExpired', 'connect');
    case 'key-rejected':
      return plain('keyRejected', 'connect');
    case 'key-replaced':
      return plain('keyReplaced', 'retry');
    case 'key-unreadable':
      return plain('keyUnreadable', 'connect');
    case 'offline':
      return plain('offline', 'retry');
    case 'unreachable':
      return error.why === 'timeout' ? plain('timeout', 'retry') : unreachable(plain('unreachable', 'retry'));
    case 'may-repeat':
      return plain('mayRepeat', 'retry');
    case 'rate-limited':
      return {
        title: t('error.rateLimited.title'),
        body: t('error.rateLimited.body', { count: Math.max(1, Math.ceil(error.retryAfterMs / 1000)) }),
        help: 'retry',
      };
    case 'forbidden':
      return error.by === 'gateway' ? plain('gateway', 'retry') : plain('forbidden', 'none');
    case 'payment-required':
      return plain('paymentRequired', 'none');
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
      return plain('unreadableAnswer', 'retry');
    case 'unconfirmed':
      return plain('unconfirmed', 'none');
    case 'duplicate-entry':
      return plain('duplicateEntry', 'none');
    case 'busy':
      return plain('busy', 'retry');
    case 'expired':
      return plain('expired', 'retry');
    case 'too-late':
      return plain('tooLate', 'none');
    case 'undo-unsafe':
      return plain('undoUnsafe', 'none');
    case 'storage-unavailable':
      return storageWords(error.trouble);
    case 'contact-mismatch':
      return plain('contactMismatch', 'retry');
    case 'person-changed':
      return plain('personChanged', 'none');
    case 'tab-not-shared':
      return plain('tabNotShared', 'none');
    case 'page-unreadable':
      return plain('pageUnreadable', 'retry');
    case 'cancelled':
      return plain('cancelled', 'retry');
    case 'bad-request':
    case 'wrong-state':
    case 'unexpected':
      return {
        title: t('error.unexpected.title'),
        body: t('error.unexpected.body', { reference: error.code === 'unexpected' ? error.reference : error.code }),
        help: 'retry',
      };
  }
}

type NameOf<Key> = Key extends `error.${infer Name}.body` ? Name : never;
/** An error whose texts have no slots. */
type Plain = Exclude<NameOf<TextKey>, 'notFound' | 'rateLimited' | 'serverTrouble' | 'unexpected'>;

function plain(name: Plain, help: ErrorHelp): ErrorWords {
  return { title: t(`error.${name}.title`), body: t(`error.${name}.body`), help };
}

/** A browser policy that blocks GetSales for extensions looks like a lost network. */
function unreachable(words: ErrorWords): ErrorWords {
  return { ...words, body: `${words.body} ${t('error.unreachable.blocked')}` };
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
      return plain('storageNewer', 'update');
    case 'quota':
      return plain('storageFull', 'retry');
    case 'blocked':
      return plain('storageBlocked', 'retry');
    case 'missing':
    case 'unknown':
      return plain('storage', 'retry');
  }
}
