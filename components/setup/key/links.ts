/** Where a person makes, looks at and revokes keys (docs/getsales-api.md#api-keys: Workspace settings, API keys). */
export const API_KEYS_PAGE = 'https://amazing.getsales.io/settings/api-keys';

export const LINKEDIN = 'https://www.linkedin.com/';
