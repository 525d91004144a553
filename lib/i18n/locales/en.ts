import { enActivity } from './en/activity';
import { enCommon } from './en/everywhere';
import { enErrors } from './en/errors';
import { enOptions } from './en/options';
import { enPages } from './en/pages';
import { enPanel } from './en/panel';
import { enPopup } from './en/popup';

/** English, the first language and the shape that every other language must have. */
export const en = {
  ...enActivity,
  ...enCommon,
  ...enErrors,
  ...enOptions,
  ...enPages,
  ...enPanel,
  ...enPopup,
} as const;
