import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** axe's source code, to run in a page. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits in a page until all CSS transitions have finished. */
export const transitionsFinished =
  'Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map((each) => each.finished))';

/** Runs axe in a page and formats its violations as lines. */
export const axeLines = `new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  .then(() => ${transitionsFinished})
  .then(() => axe.run(document)).then(({ violations }) => violations.map((found) =>
  found.id + ': ' + found.nodes.map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(' | ')))`;
