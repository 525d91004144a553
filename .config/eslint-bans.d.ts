import type { Linter } from 'eslint';

export const bans: Readonly<Record<string, { readonly selector: string; readonly message: string }>>;
export const banConfigs: Linter.Config[];
