import { declare, schemaOf } from './declare';

// The items that a page needs for its first frame. They are checked without zod, which pages load later (docs/decisions.md#first-load).

const counter = schemaOf((stored) => typeof stored === 'number');
const textOrNull = schemaOf((stored) => stored === null || typeof stored === 'string');

/** Name of the workspace for the first frame; the worker's session is the truth. */
export const knownWorkspace = declare<string | null>({
  key: 'local:knownWorkspace',
  schema: textOrNull,
  fallback: null,
  erasedAt: 'account-switch',
});

/** Language of the texts, such as `de`; null follows the browser. */
export const language = declare<string | null>({
  key: 'local:language',
  schema: textOrNull,
  fallback: null,
  erasedAt: 'never',
});

/** Raised by the worker whenever the outbox, the session or a cache changed; pages watch it and ask again. */
export const revision = declare<number>({
  key: 'session:revision',
  schema: counter,
  fallback: 0,
  erasedAt: 'account-switch',
});

/** Raised by the popup when it opens, so that an open side panel looks at the tab again (activeTab was granted). */
export const tabGrant = declare<number>({
  key: 'session:tabGrant',
  schema: counter,
  fallback: 0,
  erasedAt: 'account-switch',
});
