import { resolve } from 'node:path';
import { sql } from 'kysely';
import { tellFinding } from '../platform/audit/audit-findings.ts';
import { readPublicKey } from '../platform/audit/signing-key.ts';
import { verifyAudit, type Verified } from '../platform/audit/verify-audit.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database/database.ts';
import { visitDatabase } from '../platform/database/start-database.ts';
import { StartFailure } from '../platform/start-failure.ts';

export interface AuditVerifyOptions {
  readonly anchors?: string;
  readonly publicKey?: string;
}

/** The status where somebody has touched the trail; 1 is for what could not be verified at all. */
const touchedStatus = 3;

/** Computes the audit trail anew, holds it against the signed roots, and says what was found. The server may be running. */
export async function verifyAuditTrail(options: AuditVerifyOptions): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const folder = options.anchors === undefined ? config.auditAnchors : resolve(options.anchors);
  const publicKey = readPublicKey(options.publicKey === undefined ? config.auditKey : resolve(options.publicKey));
  const started = await visitDatabase(config);
  const database = openDatabase({ url: started.url, namedStatements: false, connections: 1 });
  try {
    const found = await sql<{ there: boolean }>`select to_regclass('audit_chain') is not null as there`.execute(
      database,
    );
    if (found.rows[0]?.there !== true) throw notMigrated;
    tell(await verifyAudit({ database, folder, publicKey, now: new Date() }));
  } finally {
    await database.destroy();
    await started.stop();
  }
}

const notMigrated = new StartFailure({
  vi: 'Cơ sở dữ liệu này chưa có nhật ký nối chuỗi. Hãy chạy: npx mangnon migrate',
  en: 'This database has no chained audit trail yet. Run: npx mangnon migrate',
});

function tell({ rows, chains, roots, uncovered, findings }: Verified): void {
  if (findings.length === 0) {
    console.log(
      `Nhật ký nguyên vẹn: ${rows} dòng, ${chains} hồ sơ, ${roots} dấu ký; ${uncovered} dòng mới chưa tới lượt ký.`,
    );
    console.log(
      `The audit trail is whole: ${rows} rows, ${chains} records, ${roots} signed roots; ${uncovered} new rows not signed yet.`,
    );
    return;
  }
  for (const finding of findings) {
    const { vi, en } = tellFinding(finding);
    console.log(`${vi}\n  ${en}`);
  }
  console.log(`Nhật ký đã bị can thiệp: ${findings.length} điều nêu trên, trong ${rows} dòng và ${roots} dấu ký.`);
  console.log(
    `The audit trail was tampered with: ${findings.length} as told above, in ${rows} rows and ${roots} roots.`,
  );
  process.exitCode = touchedStatus;
}
