import { enCommon } from './en/everywhere';
import { enErrors } from './en/errors';
import { enPages } from './en/pages';
import { enPanel } from './en/panel';
import { enPopup } from './en/popup';

/** English, the first language and the shape that every other language must have: the texts that every page loads. */
export const en = {
  ...enCommon,
  ...enErrors,
  ...enPages,
  ...enPanel,
  ...enPopup,
} as const;
