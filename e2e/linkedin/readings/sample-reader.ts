import { bundle } from '../../support/browser/bundle';
import { openPlainBrowser, pageAt } from '../../support/browser/plain-page';
import type { Sample } from '../samples/sample';
// It runs in the browser; the import says which tests a change of it concerns.
import './in-page';
import type { readSample, SampleReadings } from './in-page';

declare global {
  var readings: { readonly readSample: typeof readSample } | undefined;
}

export interface SampleReader {
  readonly read: (sample: Sample) => Promise<SampleReadings>;
  readonly close: () => Promise<void>;
}

/** Reads sample pages in a real browser, which takes a tenth of the time of a simulated one. */
export async function openSampleReader(): Promise<SampleReader> {
  const script = await bundle('e2e/linkedin/readings/in-page.ts', 'readings');
  const browser = await openPlainBrowser();
  const page = await pageAt(browser, 'https://www.linkedin.com/feed/', '<!doctype html><title>LinkedIn</title>');
  await page.addScriptTag({ content: script });
  return {
    read: ({ html, tree, url }) =>
      page.evaluate(
        (sample) => {
          if (globalThis.readings === undefined) throw new Error('The script is not there.');
          return globalThis.readings.readSample(sample);
        },
        { html: html(), tree: tree?.(), url },
      ),
    close: () => browser.close(),
  };
}
