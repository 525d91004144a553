import { declare, schemaOf } from './declare';

const flag = schemaOf((stored) => typeof stored === 'boolean');

/**
 * The switches of the options page, in their order. Each one shows there with the texts `options.defaults.<name>` and
 * `options.defaults.<name>Hint`.
 */
export const toggles = {
  /** Opening the popup on a person who is not in GetSales adds at once to the last list. */
  addAsIOpen: declare<boolean>({
    key: 'local:addAsIOpen',
    schema: flag,
    fallback: false,
    erasedAt: 'account-switch',
  }),
};

export type ToggleName = keyof typeof toggles;
