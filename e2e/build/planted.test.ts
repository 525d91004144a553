import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, describe, expect, it } from 'vitest';
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

  it.each(Object.entries(plantedImports))('%s', (name, [file, code]) => {
    const planted = { ...plantedTargets, [file]: code };
    for (const [target, text] of Object.entries(planted)) {
      mkdirSync(path.dirname(path.join(copy, target)), { recursive: true });
      writeFileSync(path.join(copy, target), text);
    }
    const { stdout } = spawnSync(
      process.execPath,
      [
        path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.config/dependency-cruiser.cjs',
        '--output-type',
        'err',
        file,
      ],
      { cwd: copy, encoding: 'utf8' },
    );
    for (const target of Object.keys(planted)) rmSync(path.join(copy, target));
    expect(stdout).toContain(`error ${name}: ${file}`);
  });
});
