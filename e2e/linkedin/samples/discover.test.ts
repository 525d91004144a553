import { describe, expect, it } from 'vitest';
import { PageKind } from '@/lib/domain/reading';
import { discoverSamples } from './discover';
import { languages } from './languages';

const samples = await discoverSamples();

describe('the samples', () => {
  const kindsSeen = new Set(samples.map(({ expected }) => expected.kind));
  const generationsSeen = new Set(samples.map(({ expected }) => expected.generation));

  it('have names of their own', () => {
    expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
  });

  it.each(PageKind.options)('show a page of the kind %s', (kind) => {
    expect(kindsSeen).toContain(kind);
  });

  it.each(['classic', 'current', 'public', 'sales', 'recruiter'])('show a page of the generation %s', (generation) => {
    expect(generationsSeen).toContain(generation);
  });

  it('show a whole profile in at least twelve languages in each generation', () => {
    const whole = samples.filter(({ expected }) => expected.kind === 'profile' && expected.missing.length === 0);
    for (const generation of ['classic', 'current', 'public']) {
      const pages = whole.filter(({ expected }) => expected.generation === generation).map(({ html }) => html());
      const spoken = languages.filter(({ code, dir = 'ltr' }) =>
        pages.some((html) => html.includes(`<html lang="${code}"`) && (dir === 'ltr' || html.includes(`dir="${dir}"`))),
      );
      expect(spoken.map(({ code }) => code)).toEqual(languages.map(({ code }) => code));
      expect(spoken.length).toBeGreaterThanOrEqual(12);
    }
  });

  it.each(['classic', 'current', 'public'])(
    'show a profile of a real page’s size in the generation %s, and otherPeople on each',
    (generation) => {
      const pages = samples
        .filter(({ expected }) => expected.kind === 'profile' && expected.generation === generation)
        .map(({ html, never }) => ({ html: html(), never }));
      const sizes = pages.map(({ html }) => html.split(/<[a-z]/u).length);
      expect(Math.max(...sizes)).toBeGreaterThan(3_000);
      const otherPeople = pages.map(({ html, never }) => never.filter((word) => html.includes(word)).length);
      expect(Math.min(...otherPeople)).toBeGreaterThan(2);
    },
  );
});
