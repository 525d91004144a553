import { readPage } from '@/lib/linkedin/testing/read-page';
import { buildInto, type Tree } from '../pages/tree';

export { readPeople } from '@/lib/linkedin/people/read-people';
export { readLeadPage } from '@/lib/linkedin/read/read-lead-page';
export { pageReport } from '@/lib/linkedin/report/page-report';
export { readPage };

export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** A sample page, as data that can be handed to a browser. */
export interface SamplePage {
  readonly html: string;
  /** The page as LinkedIn's own script builds it: with anchors in anchors, paragraphs in paragraphs. */
  readonly tree: Tree | undefined;
  readonly url: string;
}

/** What is read off a sample page. Readings are JSON, as the page returns them. */
export interface SampleReadings {
  readonly asSent: string;
  /** After its script has built the page, if that is known, with other hashes in its class names, in another order. */
  readonly asBuilt: string;
  /** Changes that the first reading made to the page, as observed and as seen in its HTML. */
  readonly changes: number;
  readonly isUntouched: boolean;
}

/** Reads a page as HTML, then as it is built by script. */
export function readSample({ html, tree, url }: SamplePage): SampleReadings {
  const document = parse(html);
  const before = document.documentElement.outerHTML;
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  const asSent = JSON.stringify(readPage(document, url));
  const changes = observer.takeRecords().length;
  observer.disconnect();
  const isUntouched = document.documentElement.outerHTML === before;
  if (tree !== undefined) buildInto(document, tree);
  shuffleHashes(document);
  return { asSent, asBuilt: JSON.stringify(readPage(document, url)), changes, isUntouched };
}

/** Replaces hashed class names by others and reverses their order. */
function shuffleHashes(document: Document): void {
  for (const element of document.querySelectorAll('[class]')) {
    const names = [...element.classList].map((name) => name.replace(/^_([0-9a-f]{4})([0-9a-f]{4})$/u, '_$2$1'));
    element.setAttribute('class', names.reverse().join(' '));
  }
}
