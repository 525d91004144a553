import { UUID_PATTERN } from '@/lib/domain/ids';

/** A UUID as a path segment. Anything else is a bug and must not end up in a URL. */
function segment(id: string): string {
  if (!UUID_PATTERN.test(id)) throw new TypeError('not a UUID in a path');
  return encodeURIComponent(id);
}

/** All paths that the extension requests (docs/getsales-api.md#endpoints). */
export const routes = {
  currentUser: '/id/api/users/current',
  teams: '/id/api/teams',
  lists: '/leads/api/lists',
  lookup: '/leads/api/leads/lookup-one',
  /** Former name of the look-up (docs/getsales-api.md#contradictions). */
  lookupLegacy: '/leads/api/leads/find-one',
  upsert: '/leads/api/leads/upsert',
  contacts: '/leads/api/leads',
  stages: '/leads/api/pipeline-stages',
  customFields: '/leads/api/custom-fields',
  messages: '/flows/api/linkedin-messages',
  senders: '/flows/api/sender-profiles',
  enrolments: '/flows/api/flows-leads',
  contact: (id: string) => `/leads/api/leads/${segment(id)}` as const,
  retryMessage: (id: string) => `/flows/api/linkedin-messages/${segment(id)}/retry` as const,
  flow: (id: string) => `/flows/api/flows/${segment(id)}` as const,
} as const;

type Table = typeof routes;

/** A path of the table above. */
export type Route = {
  [Name in keyof Table]: Table[Name] extends (id: string) => infer Path ? Path : Table[Name];
}[keyof Table];
