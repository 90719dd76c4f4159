import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A real server of the Redis protocol, without files. */
export interface RedisServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
}

const command = ['valkey-server', 'redis-server'].find((name) => spawnSync(name, ['--version']).status === 0);

/** In CI, a server that is not installed is a failure; elsewhere its tests are skipped. */
export const isWithoutRedis = command === undefined && process.env['CI'] === undefined;

/** Begins the title of a test that needs the server: a test that is skipped says why. */
export const withRedis = isWithoutRedis ? 'not run, for want of valkey-server or redis-server: ' : '';

/** Starts a server on a free port. */
export async function redisServer(): Promise<RedisServer> {
  if (command === undefined) throw new Error('Neither valkey-server nor redis-server is installed.');
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
  const child = spawn(command, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      log += bytes.toString();
      if (/ready to accept connections/i.test(log)) resolve();
    });
    exited.then(() => reject(new Error(`${command} exited:\n${log}`)), reject);
  });
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
