import { expect, it } from 'vitest';
import { discoverSamples } from './samples/discover';
import { createLinkedInSite } from './site';

const { app } = createLinkedInSite();

it('serves any sample page at its own address', async () => {
  const [many] = (await discoverSamples()).filter(({ expected }) => expected.kind === 'people');
  const url = new URL(many?.url ?? '');
  url.searchParams.set('sample', many?.name ?? '');
  const answer = await app.request(url.href);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(many?.html());
});

it('says so when no sample has that name', async () => {
  const answer = await app.request('https://www.linkedin.com/in/mira-okonkwo/?sample=unknown');
  expect(answer.status).toBe(404);
});

it('serves its own pages to everyone else', async () => {
  const answer = await app.request('https://www.linkedin.com/in/mira-okonkwo/');
  expect(await answer.text()).toContain('Mira Okonkwo');
});
