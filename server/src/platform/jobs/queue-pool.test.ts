import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { QueuePool } from './queue-pool.ts';

/** A port nobody listens on: given away a moment ago. */
async function findSilentPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

it('tells who waits that the database went away, and who asks afterwards at once', async () => {
  const pool = new QueuePool({ connectionString: `postgres://nobody@127.0.0.1:${await findSilentPort()}/nothing` });
  const told = pool.untilAway();
  await expect(pool.connect()).rejects.toMatchObject({ code: '57P03' });
  await told;
  await pool.untilAway();
  await pool.end();
});
