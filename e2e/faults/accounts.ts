import type { KeyName } from '../sandbox/access/keys';
import type { WorkspaceName } from '../sandbox/state/team';

/** The keys that a run uses. */
export type UsedKey = Extract<KeyName, 'main' | 'mainRenewed' | 'other'>;
export const USED_KEYS = ['main', 'mainRenewed', 'other'] as const satisfies readonly UsedKey[];

/** The accounts of a run, named by their first key. */
export type AccountName = 'main' | 'other';
export const ACCOUNTS = ['main', 'other'] as const satisfies readonly AccountName[];

export const OWNER: Readonly<Record<UsedKey, AccountName>> = { main: 'main', mainRenewed: 'main', other: 'other' };
export const WORKSPACE: Readonly<Record<AccountName, WorkspaceName>> = { main: 'acme', other: 'labs' };

/** Prefixes of a run's profile names and texts, different for each account. */
export const NAMES: Readonly<Record<AccountName, { readonly slug: string; readonly text: string }>> = {
  main: { slug: 'newcomer', text: 'Words' },
  other: { slug: 'else', text: 'Lines' },
};

export function isUsedKey(name: string | null): name is UsedKey {
  return USED_KEYS.some((used) => used === name);
}
