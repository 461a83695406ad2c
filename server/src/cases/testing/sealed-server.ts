import { Client, Pool } from 'pg';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import type { Person } from '../../testing/test-call.ts';
import type { Post } from '@mangnon/domain/access/posts.ts';
import { makeAccessWorld, type AccessWorld } from './access-world.ts';
import { sealWorld } from './sealed-world.ts';

export interface WorldServer {
  readonly server: TestServer;
  readonly world: AccessWorld;
  /** Of the owner of the schema, to put things right between calls and to look. */
  readonly owner: Pool;
  /** The holder of this post in the world, signed in. */
  person(post: Post): Person;
  stop(): Promise<void>;
}

/** The real server over the world of the access matrix, everything in it sealed. */
export async function startWorldServer(): Promise<WorldServer> {
  const server = await startTestServer();
  const maker = new Client({ connectionString: server.databaseUrl });
  await maker.connect();
  const world = await makeAccessWorld(maker);
  await maker.end();
  const owner = new Pool({ connectionString: server.databaseUrl, max: 3 });
  await sealWorld(server.databaseUrl, world);
  // What was received before must lie in the past for the server too.
  server.clock.now = new Date();
  return {
    server,
    world,
    owner,
    person(post) {
      const { id, token } = world.people[post];
      return { id, name: 'Người thử', cookie: `mangnon_session=${token}` };
    },
    async stop() {
      await owner.end();
      await server.stop();
    },
  };
}
