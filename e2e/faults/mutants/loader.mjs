// Preloaded before tsx (`node --import`): replaces one text in one source file of the product while it is loaded.
// The working tree is never changed.
import { register } from 'node:module';

const { MUTANT } = process.env;
if (MUTANT !== undefined) register('./loader-hooks.mjs', { parentURL: import.meta.url, data: JSON.parse(MUTANT) });
