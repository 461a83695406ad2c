import { Client } from 'pg';
import { cloneDatabase } from '../../testing/test-database.ts';
import { giveOnly, listCells, type Cell, type Given } from './access-cells.ts';
import { makeAccessWorld, type AccessWorld } from './access-world.ts';

/** A database with the world of the matrix in it, and the cells to try there. */
export interface MatrixDatabase {
  readonly url: string;
  readonly owner: Client;
  readonly world: AccessWorld;
  readonly cells: Readonly<Record<Given, Cell[]>>;
  /** Everything inside is undone. With `given`, the people of the world are given no more than this. */
  undone<T>(work: () => Promise<T>, given?: Given): Promise<T>;
  close(): Promise<void>;
}

export async function openMatrixDatabase(): Promise<MatrixDatabase> {
  const cloned = await cloneDatabase();
  const owner = new Client({ connectionString: cloned.url });
  await owner.connect();
  const world = await makeAccessWorld(owner);
  return {
    url: cloned.url,
    owner,
    world,
    cells: { names: listCells(world), post: listCells(world, 'post'), country: listCells(world, 'country') },
    async undone(work, given = 'names') {
      await owner.query('begin');
      try {
        await giveOnly(owner, world, given);
        return await work();
      } finally {
        await owner.query('rollback');
      }
    },
    async close() {
      await owner.end();
      await cloned.drop();
    },
  };
}
