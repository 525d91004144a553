import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSampleReader, type SampleReader } from '@/e2e/linkedin/readings/sample-reader';
import { discoverSamples } from '@/e2e/linkedin/samples/discover';

const samples = await discoverSamples();
let reader: SampleReader;

beforeAll(async () => {
  reader = await openSampleReader();
});
afterAll(() => reader.close());

/** As HTML, and if its tree is known, as LinkedIn's own script builds it. */
it.each(samples)('reads the sample page $name', async (sample) => {
  const { asSent, asBuilt, changes, isUntouched } = await reader.read(sample);
  expect(JSON.parse(asSent)).toEqual(sample.expected);
  expect(sample.never.filter((word) => asSent.includes(word))).toEqual([]);
  expect({ changes, isUntouched }).toEqual({ changes: 0, isUntouched: true });
  expect(JSON.parse(asBuilt)).toEqual(sample.expected);
});
