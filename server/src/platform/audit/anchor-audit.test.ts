import { expect, it } from 'vitest';
import { eventually } from '../../testing/eventually.ts';
import { openLog } from '../http/logging.ts';
import { anchorAudit } from './anchor-audit.ts';
import { auditTrailForThisTest } from './testing/audit-trail.ts';

it('puts a new row under a signed root outside the database within a minute, by itself', async () => {
  const trail = await auditTrailForThisTest();
  const { database, folder, key } = trail;
  const anchoring = anchorAudit({ database, folder, key, log: openLog('silent'), now: () => new Date() });
  try {
    await trail.write('plan:a');
    await eventually(async () => (await trail.verify()).roots > 0, 60_000);
    const before = (await trail.verify()).roots;
    const written = Date.now();
    await trail.write('plan:b');
    await eventually(async () => (await trail.verify()).roots > before, 60_000);
    expect(Date.now() - written).toBeLessThan(60_000);
    expect((await trail.verify()).findings).toEqual([]);
  } finally {
    await anchoring.stop();
  }
}, 130_000);
