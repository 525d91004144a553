import type { Hono } from 'hono';
import { discoverSamples } from './samples/discover';

/**
 * Serves a sample page at its own address: `/in/mira-okonkwo/?sample=classic/C1 full, en`. Without a
 * sample's name, the site's own pages are served.
 */
export function serveSamples(app: Hono): void {
  let samples: ReturnType<typeof discoverSamples> | undefined;
  app.get('*', async (context, next) => {
    const name = context.req.query('sample');
    if (name === undefined) return next();
    samples ??= discoverSamples();
    const sample = (await samples).find((each) => each.name === name);
    return sample === undefined ? context.text(`No sample is called ${name}`, 404) : context.html(sample.html());
  });
}
