import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { correctVersion, decideVersion, signVersion, takeStep } from '@mangnon/domain/reports/versions.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite, type TransactionContext } from '../platform/action/action.ts';
import { insertSending } from './duties.queries.ts';
import { findAccepted, findStep, insertRemarks, insertStep, setState, type StepName } from './steps.queries.ts';
import { tellOfReport } from './tell-of-reports.ts';
import { setStanding } from './values.queries.ts';
import { refuseAct } from './version-acts.ts';
import { loadForm, loadReport } from './version-findings.ts';
import { forReceiver, forUnit, loadLocked } from './version-scope.ts';
import { insertCorrection, type StoredVersion } from './versions.queries.ts';

interface Asked {
  readonly id: string;
  readonly step: StepName;
}

/** Whether this very step was taken before: a repeated request does nothing twice. `null`: it was not. */
async function repeated(
  { id, step }: Asked,
  version: StoredVersion,
  { database, actor }: TransactionContext,
): Promise<Result<{ versionId: string }> | null> {
  const stored = await findStep(database, id);
  if (stored === undefined) return null;
  const same = stored.versionId === version.id && stored.step === step && stored.takenBy === actor.accountId;
  return same ? accept({ versionId: version.id }) : refuse('reports.id_taken');
}

export const sign = implementWrite(signVersion, {
  load: ({ params }, context) => loadLocked(params.versionId, context),
  async authorise(version, { database, actor }) {
    return forUnit(await findHeldPosts(database, actor.accountId), 'reports.version.sign', version);
  },
  async handle({ body }, version, context) {
    const { database, actor, now, audit } = context;
    const before = await repeated({ id: body.id, step: 'sign' }, version, context);
    if (before !== null) return before;
    const { blockers } = await loadReport(database, version);
    const blocked = refuseAct('sign', version, { today: vietnamDay(now), accountId: actor.accountId, blockers });
    if (blocked !== null) return blocked;
    const by = { accountId: actor.accountId, now };
    await setState(database, version.no, 'signed', by);
    await insertStep(database, { id: body.id, versionId: version.id, step: 'sign', words: null }, by);
    const told = { kind: 'report_signed', to: 'unit', about: body.id } as const;
    await tellOfReport(database, version, told, by);
    audit({ version: version.version });
    return accept({ versionId: version.id });
  },
});

export const step = implementWrite(takeStep, {
  load: ({ params }, context) => loadLocked(params.versionId, context),
  async authorise(version, { database, actor }) {
    return forUnit(await findHeldPosts(database, actor.accountId), 'reports.version.edit', version);
  },
  async handle({ body }, version, context) {
    const { database, actor, now, audit } = context;
    const before = await repeated(body, version, context);
    if (before !== null) return before;
    const { blockers } = body.step === 'send' ? await loadReport(database, version) : { blockers: [] };
    const today = vietnamDay(now);
    const blocked = refuseAct(body.step, version, { today, accountId: actor.accountId, blockers });
    if (blocked !== null) return blocked;
    const by = { accountId: actor.accountId, now };
    await setState(database, version.no, body.step === 'send' ? 'sent' : 'draft', by);
    await insertStep(database, { ...body, versionId: version.id }, by);
    if (body.step === 'send') {
      // The board of the regime knows it from here on; a mark that was made before stays.
      const { regimeId, agencyId, placeId, provinceId, dueOn } = version;
      const mark = { id: version.id, regimeId, agencyId, placeId, provinceId, dueOn };
      if (version.firstSentOn === null && version.version === 1) {
        await insertSending(database, { ...mark, sentOn: today, number: null, words: null }, by);
      }
      const told = { kind: 'report_received', to: 'receiver', about: body.id } as const;
      await tellOfReport(database, version, told, by);
    }
    audit({ step: body.step, version: version.version });
    return accept({ versionId: version.id });
  },
});

export const decide = implementWrite(decideVersion, {
  load: ({ params }, context) => loadLocked(params.versionId, context),
  async authorise(version, { database, actor }) {
    return forReceiver(await findHeldPosts(database, actor.accountId), version);
  },
  async handle({ body }, version, context) {
    const { database, actor, now, audit } = context;
    const before = await repeated({ id: body.id, step: body.decision }, version, context);
    if (before !== null) return before;
    const by = { accountId: actor.accountId, now };
    const blocked = refuseAct(body.decision, version, { today: vietnamDay(now), accountId: actor.accountId });
    if (blocked !== null) return blocked;
    audit({ decision: body.decision, version: version.version });
    if (body.decision === 'accept') {
      const replaced = await findAccepted(database, version.no);
      if (replaced !== null) await setState(database, replaced, 'replaced', by);
      await setState(database, version.no, 'accepted', by);
      await setStanding(database, version.no, replaced);
    } else {
      const { cells } = await loadForm(database, version);
      const keys = new Set(cells.map(({ key }) => key));
      const unknown = body.remarks.findIndex(({ key }) => !keys.has(key));
      if (unknown >= 0) {
        const details = { cell: body.remarks[unknown]?.key ?? '' };
        return refuse('reports.cell_unknown', { where: `body.remarks.${unknown}`, details });
      }
      await insertRemarks(database, version.no, body.remarks, by);
      await setState(database, version.no, 'draft', by);
    }
    const words = body.decision === 'send_back' ? body.words : null;
    await insertStep(database, { id: body.id, versionId: version.id, step: body.decision, words }, by);
    const kind = body.decision === 'accept' ? 'report_accepted' : 'report_sent_back';
    await tellOfReport(database, version, { kind, to: 'unit', about: body.id }, by);
    return accept({ versionId: version.id });
  },
});

export const correct = implementWrite(correctVersion, {
  load: ({ params }, context) => loadLocked(params.versionId, context),
  async authorise(version, { database, actor }) {
    return forUnit(await findHeldPosts(database, actor.accountId), 'reports.version.edit', version);
  },
  async handle({ body }, version, context) {
    const { database, actor, now, audit } = context;
    const stored = await findStep(database, body.id);
    if (stored?.step === 'correct') return accept({ versionId: stored.versionId });
    const blocked = refuseAct('correct', version, { today: vietnamDay(now), accountId: actor.accountId });
    if (blocked !== null) return blocked;
    const by = { accountId: actor.accountId, now };
    if (!(await insertCorrection(database, version, body, by))) return refuse('reports.correction_open');
    await insertStep(database, { id: body.id, versionId: body.id, step: 'correct', words: body.reason }, by);
    audit({ version: version.version + 1 });
    return accept({ versionId: body.id });
  },
});
