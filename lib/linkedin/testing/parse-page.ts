import { JSDOM } from 'jsdom';

const { DOMParser } = new JSDOM().window;

/** A page without a window of its own, which would take longer than the page itself. */
export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
