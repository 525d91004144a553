import type { Contact } from '@/lib/domain/contact';
import { linkedinReference, type LinkedInIdentity } from '@/lib/domain/identity';
import type { ContactId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { unreadable, type Answer, type Failure, type Request } from '../http/call';
import { routes } from '../routes';
import { readContactAnswer } from '../wire/contact';

const ROUTES = [routes.lookup, routes.lookupLegacy] as const;
type LookupRoute = (typeof ROUTES)[number];

/**
 * Looks people up (docs/getsales-api.md#lookup, 4.6). On these routes a 404 means "no such contact", and also "no such route", as
 * the route was renamed once. So a 404 is only believed on a route that is known to exist: one that has found somebody,
 * refused something in GetSales' own words, or answered an empty question with 422. That question is asked at most once
 * per route and client, and only after a 404 without those words; where even it meets 404 or 405, the old name is tried.
 */
export function createLookup(request: Request) {
  let known: LookupRoute | null = null;

  const post = (path: LookupRoute, body: Readonly<Record<string, unknown>>, signal?: AbortSignal) =>
    request({ method: 'POST', path, body, mode: 'read', signal });

  async function search(
    path: LookupRoute,
    identity: LinkedInIdentity,
    signal?: AbortSignal,
  ): Promise<Result<Answer, Failure>> {
    const body = { linkedin_id: linkedinReference(identity) };
    const answer = await post(path, body, signal);
    const isHiccup = answer.ok && answer.value.status === 200 && answer.value.json === undefined;
    // Under load GetSales sends empty bodies (2.5); only the second one in a row is taken for "nobody".
    return isHiccup ? post(path, body, signal) : answer;
  }

  async function exists(path: LookupRoute, signal?: AbortSignal): Promise<Result<boolean, Failure>> {
    const probe = await post(path, {}, signal);
    if (probe.ok || probe.error.refusal?.status === 422 || probe.error.refusal?.status === 400) return ok(true);
    return isMissing(probe.error) ? ok(false) : probe;
  }

  return async (identity: LinkedInIdentity, signal?: AbortSignal): Promise<Result<Contact | null>> => {
    for (const path of known === null ? ROUTES : [known]) {
      const answer = await search(path, identity, signal);
      if (answer.ok) {
        known = path;
        return readFound(answer.value);
      }
      const { refusal } = answer.error;
      if (!isMissing(answer.error) || refusal === null) return err(answer.error.error);
      if (known !== path && refusal.status === 404) {
        const there = refusal.reason === null ? await exists(path, signal) : ok(true);
        if (!there.ok) return err(there.error.error);
        if (there.value) known = path;
      }
      if (known === path) return isGone(answer.error) ? ok(null) : err(unreadable(refusal.status).error);
    }
    return err({ code: 'not-found', what: 'record' });
  };
}

/** One contact by its id; null when GetSales does not have it. */
export async function readOne(request: Request, id: ContactId, signal?: AbortSignal): Promise<Result<Contact | null>> {
  const answer = await request({ method: 'GET', path: routes.contact(id), mode: 'read', signal });
  if (answer.ok) return readFound(answer.value);
  if (isGone(answer.error)) return ok(null);
  return err(isMissing(answer.error) ? unreadable(answer.error.refusal?.status ?? 404).error : answer.error.error);
}

function readFound({ json, status }: Answer): Result<Contact | null> {
  const found = readContactAnswer(json);
  if (found.kind === 'contact') return ok(found.contact);
  return found.kind === 'none' ? ok(null) : err(unreadable(status).error);
}

/** 404 by GetSales: a proxy's or firewall's page of HTML says nothing about a record. */
export function isGone({ refusal }: Failure): boolean {
  return refusal?.status === 404 && (refusal.body === 'json' || refusal.body === 'empty');
}

function isMissing({ error }: Failure): boolean {
  return error.code === 'not-found';
}
