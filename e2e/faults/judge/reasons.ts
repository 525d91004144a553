import type { AddAction, Facts, Press, SeenRequest, SendAction } from './facts';
import { copiesOf, isOfAdd, isOfSend, MESSAGES } from './history';

/** Statuses with which GetSales refuses a request for good. */
const REFUSALS: ReadonlySet<number | null> = new Set([400, 402, 403, 404, 405, 411, 413, 415, 422]);
/** The same, and those after which an unsent message is given up. */
const UNSENT: ReadonlySet<number | null> = new Set([...REFUSALS, 401, 429]);

/** Whether GetSales refused the message's POST, or gave no usable answer to what is read before it. */
export function isSendRefused(facts: Facts, send: SendAction, at: number): boolean {
  const { server, conditions } = facts;
  const seen = server.seen.filter((request) => request.at <= at && request.account === send.account);
  if (seen.some((request) => isKeyRejected(request) || (isOfSend(send, request) && UNSENT.has(request.status))))
    return true;
  const hasPosted = server.sent.some((request) => isOfSend(send, request) && request.at <= at);
  if (hasPosted && copiesOf(facts, send) === 0) return false;
  const isRead = ({ method, path, query }: SeenRequest): boolean =>
    method === 'GET' && path === MESSAGES && query.includes(send.contactId);
  // A pause holds for all accounts.
  const isLimited = server.seen.some(({ status, at: seenAt }) => isPausing(status) && seenAt <= at);
  const isCutOff = server.sent.some(
    ({ method, path, account, answered, at: sentAt }) =>
      method === 'GET' &&
      path === MESSAGES &&
      account === send.account &&
      answered === null &&
      sentAt >= send.at &&
      sentAt <= at,
  );
  return conditions.wasOffline || isLimited || isCutOff || seen.some((request) => isRead(request) && isBad(request));
}

/** Whether requests to come may be refused because of this answer to an earlier one. */
function isPausing(status: number | null): boolean {
  return status === 403 || status === 429 || (status !== null && status >= 500);
}

/** Whether GetSales rejected the key. */
export function isKeyRejected({ status }: SeenRequest): boolean {
  return status === 401;
}

/** Whether the answer was not the documented one. */
export function isBad({ status, isFaulted }: SeenRequest): boolean {
  return isFaulted || status === null || status >= 300;
}

/** Whether GetSales refused the add for good. */
export function isAddRefused({ server }: Facts, add: AddAction, at: number): boolean {
  return server.seen.some((request) => request.at <= at && isOfAdd(add, request) && REFUSALS.has(request.status));
}

/** Whether the user had pressed this button of the entry by then. */
export function isPressed({ presses }: Facts, name: Press['what'], id: string, at: number): boolean {
  return presses.some((press) => press.what === name && press.id === id && press.at <= at);
}
