/** Where a person makes, looks at and revokes keys (getsales-api.md 6.2: Workspace settings, API keys). */
export const API_KEYS_PAGE = 'https://amazing.getsales.io/settings/api-keys';

export const LINKEDIN = 'https://www.linkedin.com/';
