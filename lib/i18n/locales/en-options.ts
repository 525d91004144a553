import { enActivity } from './en/activity';
import { enOptions } from './en/options';

/** The texts that only the options page shows, and only it loads (options-texts.ts). */
export const enOptionsPage = { ...enActivity, ...enOptions } as const;
