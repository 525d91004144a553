// Runs in Node's loader thread, below tsx, and so sees the source before it is compiled.
let mutant;

export function initialize(data) {
  mutant = data;
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  if (!url.split('?')[0].endsWith(`/${mutant.file}`)) return loaded;
  const parts = String(loaded.source).split(mutant.find);
  if (parts.length !== 2)
    throw new Error(`${mutant.name}: the text occurs ${parts.length - 1} times in ${mutant.file}`);
  process.stderr.write(`planted: ${mutant.name}\n`);
  return { ...loaded, source: parts.join(mutant.replace) };
}
