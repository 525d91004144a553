import { expect, it } from 'vitest';
import { projectFiles, type ProjectFile } from './project-files';

const DOCUMENT = ['docs/getsales-api', 'md'].join('.');

/** The paths that the client's code requests, and those in the table of endpoints, both sorted. */
function endpoints(files: readonly ProjectFile[]) {
  const code = files.filter(({ file }) => file.startsWith('lib/getsales/resources/') && !file.includes('.test.'));
  const table =
    files
      .find(({ file }) => file === DOCUMENT)
      ?.text.split('\n## Endpoints\n')[1]
      ?.split('\n## ')[0] ?? '';
  const inCode = code.flatMap(({ text }) => [...text.matchAll(/apiPath`([^`]+)`/gu)].map(([, path = '']) => path));
  const inTable = [...table.matchAll(/^\| [A-Z, ]+ `([^`]+)`/gmu)].map(([, path = '']) => path);
  return {
    code: [...new Set(inCode.map((path) => path.replaceAll(/\$\{\w+\}/gu, '{uuid}')))].sort(),
    documented: inTable.sort(),
  };
}

it('finds the paths of planted code and of a planted table', () => {
  const text = 'const a = apiPath`/leads/api/planted`;\nconst b = apiPath`/leads/api/planted/${id}`;';
  const table = '# API\n\n## Endpoints\n\n| GET, POST `/leads/api/planted` | x |\n\n## Other\n\n| GET `/no` | x |\n';
  const planted = [
    { file: 'lib/getsales/resources/planted.ts', text },
    { file: DOCUMENT, text: table },
  ];
  expect(endpoints(planted)).toEqual({
    code: ['/leads/api/planted', '/leads/api/planted/{uuid}'],
    documented: ['/leads/api/planted'],
  });
});

it('the table of endpoints has every path of the client, and no other', () => {
  const { code, documented } = endpoints(projectFiles());
  expect(documented).toEqual(code);
});
