import { refuse, type Refusal, type Result } from '@mangnon/domain/kernel/result.ts';
import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import { versionWorkflow, type VersionAct } from '@mangnon/domain/reports/report-version.workflow.ts';
import { versionStateWords } from '@mangnon/domain/reports/version-words.ts';
import { refuseBlocked } from './version-findings.ts';
import type { LoadedReport } from './version-findings.ts';
import type { StoredVersion } from './versions.queries.ts';

export interface ActFacts {
  readonly today: string;
  readonly accountId: string;
  /** Loaded where the act asks for it: signing and sending. */
  readonly blockers?: LoadedReport['blockers'];
}

/** Why the act is not possible on this version now, as the person reads it; `null` where it is. */
export function findBlock(
  act: VersionAct,
  version: StoredVersion,
  { today, accountId, blockers = [] }: ActFacts,
): Refusal | null {
  const facts = {
    today,
    cutEnd: version.cutEnd,
    blockers: blockers.length,
    byAnother: version.signedById !== accountId,
    openCorrection: version.openCorrection,
  };
  const [block] = findBlocks(versionWorkflow, act, version.state, facts);
  switch (block) {
    case undefined:
      return null;
    case 'state': {
      const { vi, en } = versionStateWords[version.state];
      return { code: 'reports.wrong_state', details: { state: vi, stateEn: en } };
    }
    case 'period_not_over':
      return { code: 'reports.period_not_over', details: { cutEnd: version.cutEnd } };
    case 'blocked':
      return refuseBlocked(blockers);
    default:
      return { code: `reports.${block}` };
  }
}

/** The same as the answer of an action. */
export function refuseAct(act: VersionAct, version: StoredVersion, facts: ActFacts): Result<never> | null {
  const block = findBlock(act, version, facts);
  return block === null ? null : refuse(block.code, block);
}
