import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { budgetTable } from './budgets';
import { projectFiles, ROOT } from './project-files';
import { structureOf } from './structure';
import { archaicWords, retiredNames } from './words';

/**
 * `npm run measure`: figures about the code and the production build. `-- <commit or folder>` measures that state of the
 * project instead of this one, for a comparison.
 */
async function main(target: string = ROOT): Promise<void> {
  if (existsSync(target) && statSync(target).isDirectory()) return measure(path.resolve(target));
  const copy = mkdtempSync(path.join(tmpdir(), 'shortlist-measure-'));
  try {
    const archive = execFileSync('git', ['archive', target], { cwd: ROOT, maxBuffer: 1e9 });
    execFileSync('tar', ['-x', '-C', copy], { input: archive });
    await measure(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function measure(folder: string): Promise<void> {
  const files = projectFiles(folder);
  const { largest, folders, shortFiles, importedOnce, ...counts } = structureOf(files);
  const rows: readonly (readonly [string, number | string])[] = [
    ['archaic words in lib, components, entrypoints', archaicWords(files).length],
    ['retired names anywhere', retiredNames(files).length],
    ['product files (TypeScript, without tests)', counts.files],
    ['lines of product code (TypeScript)', counts.codeLines],
    ['lines of styles', counts.styleLines],
    ['median file, lines', counts.medianLines],
    ['largest files, lines', largest.map(({ file, lines }) => `${file} ${lines}`).join(', ')],
    ['largest folders, files', folders.map((each) => `${each.folder} ${each.files}`).join(', ')],
    ['files with one importer', importedOnce.length],
    ['files of at most 25 lines', shortFiles.length],
  ];
  for (const [name, value] of rows) process.stdout.write(`${name}: ${value}\n`);
  build(folder);
  for (const { line } of await budgetTable(path.join(folder, '.output/chrome-mv3'))) process.stdout.write(`${line}\n`);
}

function build(folder: string): void {
  if (!existsSync(path.join(folder, 'node_modules'))) {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  }
  execFileSync(process.execPath, [path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '--level', 'warn'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

await main(process.argv[2]);
