import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../database/database.ts';
import { openLog } from '../../http/logging.ts';
import { keyFile } from '../key-file.ts';
import { openKeyService } from '../key-service.ts';
import { holdKeysOf } from '../local-key-holder.ts';

/** A server keeping its keys up, slowly, as with a device that takes its time: made to be killed in the middle. */
const [url = '', path = ''] = process.argv.slice(2);
const holder = holdKeysOf(keyFile(path));
const database = openDatabase({ url, namedStatements: true });
let wrapped = 0;
await openKeyService({
  database,
  log: openLog('silent'),
  now: () => new Date(),
  holder: {
    ...holder,
    async wrap(version, key, about) {
      wrapped += 1;
      if (wrapped > 300) await wait(60_000);
      return holder.wrap(version, key, about);
    },
  },
});
await wait(60_000);
