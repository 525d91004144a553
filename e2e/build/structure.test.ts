import { expect, it } from 'vitest';
import { codeLines, importersOf, structureOf } from './structure';

it('counts neither blank lines nor comments', () => {
  expect(codeLines('/** One. */\nconst a = 1;\n\n// Two.\n  /*\n   * Three.\n   */\nconst b = "/* text */";\n')).toBe(
    2,
  );
});

it('knows who imports a file', () => {
  const files = [
    { file: 'lib/a.ts', text: "import { b } from './b';\nimport type { C } from '@/components/c';" },
    { file: 'lib/b.ts', text: "const c = await import('../components/c');" },
    { file: 'components/c.tsx', text: "import { useState } from 'react';" },
  ];
  expect(importersOf(files)).toEqual(
    new Map([
      ['lib/b.ts', new Set(['lib/a.ts'])],
      ['components/c.tsx', new Set(['lib/a.ts', 'lib/b.ts'])],
    ]),
  );
  expect(structureOf(files)).toMatchObject({
    files: 3,
    codeLines: 4,
    medianLines: 1,
    largest: [{ file: 'lib/a.ts', lines: 2 }, {}, {}],
    folders: [
      { folder: 'lib', files: 2 },
      { folder: 'components', files: 1 },
    ],
    importedOnce: ['lib/b.ts'],
  });
});
