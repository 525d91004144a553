import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** axe, to be run in a page. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All colours have arrived where they were going. */
export const coloursAtRest =
  'Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map((each) => each.finished))';

/** Runs axe in a page and makes lines of what it found. */
export const axeLines = `new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  .then(() => ${coloursAtRest})
  .then(() => axe.run(document)).then(({ violations }) => violations.map((found) =>
  found.id + ': ' + found.nodes.map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(' | ')))`;
