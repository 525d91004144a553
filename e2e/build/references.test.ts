import { describe, expect, it } from 'vitest';
import { projectFiles, type ProjectFile } from './project-files';
import { brokenInCode, brokenInDocuments, brokenPaths, headingsOf } from './references';

const MD = '.md';
const TXT = '.txt';
const SECTION = '\u00a7';
const documents: readonly ProjectFile[] = [
  {
    file: `docs/facts${MD}`,
    text: '# Facts\n\n## Rate limit, per minute\n\n```sh\n# not a heading\n```\n\n## Lists\n\n### Lists\n',
  },
  { file: `ARCHITECTURE${MD}`, text: '# Architecture\n' },
  { file: `lib/notes${MD}`, text: '# Notes\n' },
];

const inCode = (text: string): readonly string[] => brokenInCode([...documents, { file: 'lib/planted.ts', text }]);

describe('references in code', () => {
  it.each([
    `// See docs/facts${MD}#rate-limit-per-minute.`,
    `/** Asked once (docs/facts${MD}#lists, docs/facts${MD}#lists-1). */`,
    `// ARCHITECTURE${MD}#architecture`,
    `const file = 'ARCHITECTURE${MD}';`,
  ])('accepts %s', (text) => {
    expect(inCode(text)).toEqual([]);
  });

  it.each([
    [`// docs/facts${MD}`, 'without a heading'],
    [`// docs/facts${MD}#not-a-heading`, 'no such heading'],
    [`// docs/facts${MD}#rate-limit`, 'no such heading'],
    [`// docs/none${MD}#lists`, 'no such document'],
    [`// ../docs/facts${MD}#lists`, 'no such document'],
    [`/* ARCHITECTURE${MD} */`, 'without a heading'],
    [`/* lib/notes${MD}#notes */`, 'not in docs or at the top level'],
    [`// quick-start${TXT}`, 'no such document'],
    [`const file = 'none${MD}';`, 'no such document'],
    [`// the API document, ${SECTION}5`, 'a section number is not a heading'],
    ['/** Answers late (M14). */', 'a number is not a heading'],
    ['// N6 and M', 'a number is not a heading'],
    ['// waits (M-11)', 'a number is not a heading'],
  ])('catches the planted %s', (text, why) => {
    expect(inCode(text)).toEqual([expect.stringMatching(new RegExp(`^lib/planted\\.ts:1 .*\\(${why}\\)$`, 'u'))]);
  });

  it.each(['e2e/planted.spec.ts', '.config/planted.js', 'components/planted.module.css', 'e2e/setup/planted.mjs'])(
    'are checked in %s',
    (file) => {
      expect(brokenInCode([...documents, { file, text: `\n/* docs/none${MD}#x */` }])).toHaveLength(1);
    },
  );
});

describe('links between documents', () => {
  const linking = (link: string): readonly string[] =>
    brokenInDocuments([...documents, { file: `docs/planted${MD}`, text: `# Planted\n\n[there](${link})` }]);

  it.each([`facts${MD}`, `facts${MD}#lists`, '#planted', `../ARCHITECTURE${MD}`, '../lib/', 'https://example.com/x#y'])(
    'accepts %s',
    (link) => {
      expect(linking(link)).toEqual([]);
    },
  );

  it.each([`none${MD}`, `facts${MD}#none`, '#none', `ARCHITECTURE${MD}`, '../none/'])(
    'catches the planted %s',
    (link) => {
      expect(linking(link)).toHaveLength(1);
    },
  );
});

describe('paths of code', () => {
  const GONE = ['lib/planted/gone', 'ts'].join('.');
  const code: readonly ProjectFile[] = [
    { file: 'lib/planted/here.ts', text: '' },
    { file: 'e2e/planted/en/here.css', text: '' },
  ];
  const naming = (file: string, text: string): readonly string[] => brokenPaths([...code, { file, text }]);

  it.each([
    'lib/planted/here.ts',
    'lib/planted/here',
    'lib/planted',
    'planted/here.ts',
    'here.ts',
    'lib/planted/*.ts',
    'e2e/planted/<language>/here.css',
    '{lib,e2e}/planted',
    'elsewhere/planted',
  ])('accepts %s', (path) => {
    expect(naming(`docs/x${MD}`, `See \`${path}\`.`)).toEqual([]);
    expect(naming('lib/x.ts', `/** See ${path}. */`)).toEqual([]);
  });

  it.each([
    GONE,
    'lib/gone',
    'e2e/planted/<language>/gone.css',
    'lib/{planted,gone}',
    'planted/gone.ts',
    'gone.ts',
    'lib/here.ts',
  ])('catches the planted %s', (path) => {
    expect(naming(`docs/x${MD}`, `See\n\`${path}\`.`)).toEqual([`docs/x${MD}:2 ${path} (no such file or folder)`]);
    expect(naming('lib/x.ts', `/**\n * See ${path}.\n */`)).toEqual([`lib/x.ts:2 ${path} (no such file or folder)`]);
    expect(naming('lib/x.ts', `const a = 1; // ${path}`)).toHaveLength(1);
    expect(naming('lib/x.ts', `const path = '${path}';`)).toEqual([]);
  });
});

it('headings get the anchors that GitHub gives them', () => {
  expect([...(headingsOf(documents).get(`docs/facts${MD}`) ?? [])]).toEqual([
    'facts',
    'rate-limit-per-minute',
    'lists',
    'lists-1',
  ]);
});

describe('this project', () => {
  const files = projectFiles();

  it('refers to headings that exist', () => {
    expect(brokenInCode(files)).toEqual([]);
  });

  it('names paths of code that exist', () => {
    expect(brokenPaths(files)).toEqual([]);
  });

  it('links its documents to each other correctly', () => {
    expect(brokenInDocuments(files)).toEqual([]);
  });
});
