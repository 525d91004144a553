import { browser } from 'wxt/browser';

const LINKEDIN = { origins: ['https://www.linkedin.com/*'] };

interface Permissions {
  readonly permissions: {
    contains(wanted: { origins: string[] }): Promise<boolean>;
    request(wanted: { origins: string[] }): Promise<boolean>;
  };
}

/** Whether the user granted the optional permission that shows us LinkedIn tabs without a click on our icon. */
export function hasLinkedInAccess(api: Permissions = browser): Promise<boolean> {
  return api.permissions.contains(LINKEDIN);
}

/** Asks for the permission. Call it first in a click handler: browsers require the user's gesture. */
export function requestLinkedInAccess(api: Permissions = browser): Promise<boolean> {
  return api.permissions.request(LINKEDIN);
}
