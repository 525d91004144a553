import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bans, banConfigs } from '../../.config/eslint-bans.js';
import { plantedImports, plantedSyntax, plantedTargets } from './planted-cases';

const root = path.resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(path.join(tmpdir(), 'shortlist-copy-'));
const require = createRequire(import.meta.url);

for (const name of ['entrypoints', 'components', 'lib', 'e2e', '.config', '.wxt', 'tsconfig.json', 'package.json']) {
  cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
}
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

describe('bans on syntax', () => {
  it('each have a planted violation', () => {
    expect(Object.keys(plantedSyntax).sort()).toEqual(Object.keys(bans).sort());
  });

  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } }, ...banConfigs],
  });

  it.each(Object.entries(plantedSyntax))('shortlist/%s', async (name, [filePath, code]) => {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, filePath) });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(`shortlist/${name}`);
  });
});

describe('import rules', () => {
  const {
    forbidden,
  }: { readonly forbidden: readonly { readonly name: string }[] } = require('../../.config/dependency-cruiser.cjs');
  const rules = forbidden.map(({ name }) => name);

  it('each have a planted violation', () => {
    expect(Object.keys(plantedImports).sort()).toEqual([...rules].sort());
  });

  /** Each violation in a file of its own, so that all of them are checked in one run. */
  const planted = Object.entries(plantedImports).map(([rule, [file, code]]) => {
    return { rule, file: file.replace('/planted.ts', `/planted-${rule}.ts`), code };
  });
  let printed = '';

  beforeAll(() => {
    const files = { ...plantedTargets, ...Object.fromEntries(planted.map(({ file, code }) => [file, code])) };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      writeFileSync(path.join(copy, file), text);
    }
    const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const options = ['--config', '.config/dependency-cruiser.cjs', '--output-type', 'err'];
    printed = spawnSync(process.execPath, [cruiser, ...options, ...planted.map(({ file }) => file)], {
      cwd: copy,
      encoding: 'utf8',
    }).stdout;
  });

  it.each(planted)('$rule', ({ rule, file }) => {
    expect(printed).toContain(`error ${rule}: ${file}`);
  });
});
