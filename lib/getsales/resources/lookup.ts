import type { Contact } from '@/lib/domain/contact';
import { linkedinReference, type LinkedInIdentity } from '@/lib/domain/identity';
import type { ContactId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Failure, Request } from '../pipeline/request';
import { routes } from '../routes';
import { readContact } from '../wire/contact';

/**
 * Looks people up. A 404 means "no such contact" only on a route that exists, so the first 404 is checked once by an
 * empty request: 422 proves the route, 404 or 405 sends this and all later look-ups to the old name (getsales-api.md 4.6).
 */
export function createLookup(request: Request) {
  let path: string = routes.lookup;
  let isProven = false;

  const post = (body: Readonly<Record<string, unknown>>, signal?: AbortSignal) =>
    request({ method: 'POST', path, body, mode: 'read', emptyIsAnswer: true, signal });

  async function proveRoute(signal?: AbortSignal): Promise<Result<'same' | 'changed'>> {
    const probe = await post({}, signal);
    if (probe.ok || probe.error.error.code === 'refused') {
      isProven = true;
      return ok('same');
    }
    if (!isMissing(probe.error)) return err(probe.error.error);
    if (path === routes.lookupLegacy) return err(probe.error.error);
    path = routes.lookupLegacy;
    return ok('changed');
  }

  return async (identity: LinkedInIdentity, signal?: AbortSignal): Promise<Result<Contact | null>> => {
    const body = { linkedin_id: linkedinReference(identity) };
    let answer = await post(body, signal);
    while (!answer.ok && isMissing(answer.error) && !isProven) {
      const proven = await proveRoute(signal);
      if (!proven.ok) return proven;
      if (proven.value === 'changed') answer = await post(body, signal);
    }
    if (answer.ok) {
      isProven = true;
      return readFound(answer.value.json, answer.value.status);
    }
    return isMissing(answer.error) ? ok(null) : err(answer.error.error);
  };
}

/** One contact by its id; null when GetSales does not have it. */
export async function readOne(request: Request, id: ContactId, signal?: AbortSignal): Promise<Result<Contact | null>> {
  const answer = await request({ method: 'GET', path: routes.contact(id), mode: 'read', signal });
  if (answer.ok) return readFound(answer.value.json, answer.value.status);
  return isMissing(answer.error) ? ok(null) : err(answer.error.error);
}

/** Nothing, null, `{}` and `[]` are "not found" (getsales-api.md 3.2); anything else without a contact is unreadable. */
function readFound(json: unknown, status: number): Result<Contact | null> {
  const contact = readContact(json);
  if (contact !== null) return ok(contact);
  const isNothing = json === undefined || json === null || (typeof json === 'object' && Object.keys(json).length === 0);
  return isNothing ? ok(null) : err({ code: 'unreadable-answer', status });
}

/** Whether the answer was 404 or 405. */
export function isMissing(failure: Failure): boolean {
  return failure.error.code === 'not-found';
}
