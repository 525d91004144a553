import type { Browser } from '@playwright/test';
import { parseIdentity } from '@/lib/linkedin/address/parse-address';
import { discoverSamples } from '../linkedin/samples/discover';
import { bundle } from '../support/browser/bundle';
import { pageAt } from '../support/browser/plain-page';
import type { createJudge, Outcome, SamplePage } from './in-page';
import { plans } from './plan';

declare global {
  var mutants: { readonly createJudge: typeof createJudge } | undefined;
}

const BATCH = 250;

/** The sample pages of one person with enough read fields to be changed. */
export async function samplePages(): Promise<readonly SamplePage[]> {
  const samples = await discoverSamples();
  return samples.flatMap(({ url, html, never, expected: { kind, identity, fields } }) => {
    const name = fields.name?.value;
    if (name === undefined || identity === null) return [];
    const expected = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.value]));
    const address = parseIdentity(url);
    const addressed = address.ok ? address.value : null;
    return [{ url, html: html(), kind, name, addressed, identity, never, expected }];
  });
}

/** Reads `runs` changed sample pages in a real browser. The same seed changes them in the same way. */
export async function runMutants(
  browser: Browser,
  { runs, seed, workers }: { readonly runs: number; readonly seed: number; readonly workers: number },
): Promise<Outcome> {
  const pages = await samplePages();
  const script = await bundle('e2e/mutants/in-page.ts', 'mutants');
  const all = plans(runs, seed);
  const batches = Array.from({ length: Math.ceil(runs / BATCH) }, (_, index) => index * BATCH);
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    const page = await pageAt(browser, 'https://www.linkedin.com/feed/', '<!doctype html><title>LinkedIn</title>');
    await page.addScriptTag({ content: script });
    const judge = await page.evaluateHandle((list) => {
      if (globalThis.mutants === undefined) throw new Error('The script is not there.');
      return globalThis.mutants.createJudge(list);
    }, pages);
    for (let begin = batches.shift(); begin !== undefined; begin = batches.shift()) {
      const part = [all.slice(begin, begin + BATCH), begin] as const;
      outcomes.push(await judge.evaluate((decide, [some, first]) => decide(some, first), part));
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: workers }, work));
  return sum(outcomes);
}

function sum(outcomes: readonly Outcome[]): Outcome {
  return {
    wrong: outcomes.flatMap(({ wrong }) => wrong),
    right: tally(outcomes.map(({ right }) => right)),
    other: tally(outcomes.map(({ other }) => other)),
    settled: outcomes.reduce((total, { settled }) => total + settled, 0),
    effaced: outcomes.reduce((total, { effaced }) => total + effaced, 0),
    ms: outcomes.flatMap(({ ms }) => ms),
  };
}

function tally(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const total: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((part) => Object.entries(part))) total[name] = (total[name] ?? 0) + count;
  return total;
}
