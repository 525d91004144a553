import { parseArgs } from 'node:util';
import { startSandbox } from './start';

// `tsx e2e/sandbox/main.ts --port 0`: serves plain HTTP on loopback until it is stopped; prints one line of JSON at the start.
const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, 'control-port': { type: 'string', default: '0' } },
});
const sandbox = await startSandbox({ port: Number(values.port), controlPort: Number(values['control-port']) });
const { url, controlUrl, key, keys } = sandbox;
process.stdout.write(`${JSON.stringify({ url, controlUrl, key, keys })}\n`);

const stop = (): void => void sandbox.stop();
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
