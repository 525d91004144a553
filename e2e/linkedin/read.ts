import { readSavedPage } from './read-saved-page';

/** `npm run --silent read -- FILE.html URL`: what the extension reads from a saved page. */
const { code, out, err } = await readSavedPage(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
