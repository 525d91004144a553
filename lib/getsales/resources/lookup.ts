import type { Contact } from '@/lib/domain/contact';
import { linkedinReference, type LinkedInIdentity } from '@/lib/domain/identity';
import type { ContactId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { apiPath, type ApiPath } from '../http/api-path';
import { unreadable, type Answer, type Failure, type Refusal, type Request } from '../http/call';
import { readContactAnswer } from '../wire/contact';

/** The second is the former name (docs/getsales-api.md#contradictions). */
const ROUTES = [apiPath`/leads/api/leads/lookup-one`, apiPath`/leads/api/leads/find-one`];

/** How an error says that there is no such contact. */
const ABSENT =
  /^\W*not found\W*$|\b(?:lead|contact|person|record)s?\b.*(?:not (?:be )?found|n.t exist)\b|\bno (?:such |matching |query )?(?:lead|contact|person|record|result)s?\b/iu;

/**
 * Looks people up (docs/getsales-api.md#lookup). A 404 means "no such contact" or, because the route was renamed once, "no
 * such route". It counts as an absence only on a route that is known to exist: one that found a contact, answered with
 * GetSales' error envelope, or answered an empty request with 422. That probe is sent at most once per route and client,
 * and only after a 404 without the envelope. If it gets 404 or 405 too, the former name of the route is tried.
 */
export function createLookup(request: Request) {
  let known: ApiPath | null = null;

  const post = (path: ApiPath, body: Readonly<Record<string, unknown>>, signal?: AbortSignal) =>
    request({ method: 'POST', path, body, mode: 'read', signal });

  async function search(
    path: ApiPath,
    identity: LinkedInIdentity,
    signal?: AbortSignal,
  ): Promise<Result<Answer, Failure>> {
    const body = { linkedin_id: linkedinReference(identity) };
    const answer = await post(path, body, signal);
    const isEmpty200 = answer.ok && answer.value.status === 200 && answer.value.json === undefined;
    // Under load GetSales sends empty bodies (docs/getsales-api.md#errors); only the second in a row means "no such contact".
    return isEmpty200 ? post(path, body, signal) : answer;
  }

  async function exists(path: ApiPath, signal?: AbortSignal): Promise<Result<boolean, Failure>> {
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
      if (isSaidAbsent(answer.error)) {
        known = path;
        return ok(null);
      }
      if (!isMissing(answer.error) || refusal === null) return err(answer.error.error);
      if (known !== path && refusal.status === 404) {
        const routeExists = refusal.reason === null ? await exists(path, signal) : ok(true);
        if (!routeExists.ok) return err(routeExists.error.error);
        if (routeExists.value) known = path;
      }
      if (known === path) return isGone(answer.error) ? ok(null) : err(unreadable(refusal.status).error);
    }
    return err({ code: 'not-found', what: 'record' });
  };
}

/** One contact by its id; null when GetSales does not have it. */
export async function readOne(request: Request, id: ContactId, signal?: AbortSignal): Promise<Result<Contact | null>> {
  const answer = await request({ method: 'GET', path: apiPath`/leads/api/leads/${id}`, mode: 'read', signal });
  if (answer.ok) return readFound(answer.value);
  if (isGone(answer.error)) return ok(null);
  return err(isMissing(answer.error) ? unreadable(answer.error.refusal?.status ?? 404).error : answer.error.error);
}

function readFound({ json, status }: Answer): Result<Contact | null> {
  const found = readContactAnswer(json);
  if (found.kind === 'contact') return ok(found.contact);
  return found.kind === 'none' ? ok(null) : err(unreadable(status).error);
}

/** A 422 that says so in words; another one refuses the request. */
function isSaidAbsent({ refusal }: Failure): boolean {
  return refusal?.status === 422 && isAbsent(refusal);
}

/** A 404 of GetSales itself: without a body, in its envelope or in its words. Other answers may come from a proxy. */
export function isGone({ refusal }: Failure): boolean {
  return refusal?.status === 404 && (refusal.body === 'empty' || refusal.reason !== null || isAbsent(refusal));
}

function isAbsent({ problems }: Refusal): boolean {
  return problems.some(({ message }) => ABSENT.test(message));
}

function isMissing({ error }: Failure): boolean {
  return error.code === 'not-found';
}
