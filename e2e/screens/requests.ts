import type { Control } from '../sandbox/control/control';

/** The writes that GetSales received, as `METHOD /path`. Asking the lookup is a read, though a POST. */
export function writesOf(control: Control): readonly string[] {
  return control
    .requests()
    .filter(({ method, path }) => method !== 'GET' && !/lookup-one|find-one/u.test(path))
    .map(({ method, path }) => `${method} ${path}`);
}

export const UPSERT = 'POST /leads/api/leads/upsert';
export const SEND = 'POST /flows/api/linkedin-messages';
