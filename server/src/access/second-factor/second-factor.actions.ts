import {
  confirmAuthenticator,
  proveSecondFactor,
  startAuthenticator,
} from '@mangnon/domain/access/second-factor.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import {
  implementWrite,
  type Action,
  type PrepareContext,
  type TransactionContext,
} from '../../platform/action/action.ts';
import { getOwnAccount } from '../own-password.queries.ts';
import { forgiveAttempts, hashLogin, reserveAttempt } from '../sign-in-throttle.queries.ts';
import {
  confirmSecret,
  findAuthenticator,
  keepNextSecret,
  lockAuthenticator,
  spendRecoveryCode,
  spendStep,
  type AuthenticatorRow,
} from './authenticator.queries.ts';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts';
import { renewAfterChange, renewSession } from './renew-session.ts';
import { openSecret, sealSecret, type Sealing } from './sealed-secret.ts';
import { appAddress, makeSecret, stepOfCode } from './totp.ts';

const wrongCode = refuse('access.wrong_code', { where: 'body.code' });

/** Codes are guessed no more often than passwords, by account and address; counted apart from the passwords. */
const attemptsAt = (accountId: string) => hashLogin(`second factor of ${accountId}`);

function forgive({ actor, database, caller, now }: TransactionContext): Promise<void> {
  return forgiveAttempts(database, attemptsAt(actor.accountId), caller.address, now);
}

async function reserve({ actor, database, caller, now }: PrepareContext): Promise<Result<null>> {
  const minutes = await reserveAttempt(database, attemptsAt(actor.accountId), caller.address, now);
  return minutes === null ? accept(null) : refuse('access.too_many_attempts', { details: { minutes } });
}

/** Setting up an authenticator app, and showing its codes. */
export function secondFactorActions(demo: boolean, keys: Sealing): Action[] {
  /** Spends the code, or refuses it. */
  async function takeAppCode(stored: AuthenticatorRow, code: string, context: TransactionContext) {
    const { actor, database, now } = context;
    if (stored.secret_sealed === null) return wrongCode;
    const at = { accountId: actor.accountId, column: 'secret_sealed' } as const;
    const secret = await openSecret(keys, database, at, stored.secret_sealed, now);
    if (!secret.ok) return secret;
    const step = await stepOfCode(secret.value, code, now, stored.last_step);
    if (step === null) return wrongCode;
    await spendStep(database, actor.accountId, step);
    return accept(null);
  }

  return [
    implementWrite(startAuthenticator, {
      async load(_input, { actor }) {
        // Whoever has only the password must not put an app of their own in the place of the owner's.
        return actor.secondFactor === 'needed' ? refuse('access.prove_old_factor_first') : accept(null);
      },
      authorise: () => true,
      async handle(_input, _stored, { actor, database, now }) {
        const { accountId } = actor;
        const secret = makeSecret();
        const sealed = await sealSecret(keys, database, { accountId, column: 'next_secret_sealed' }, secret, now);
        if (!sealed.ok) return sealed;
        await keepNextSecret(database, accountId, sealed.value);
        const { login } = await getOwnAccount(database, accountId);
        return accept({ address: appAddress(secret, login), secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 ') });
      },
    }),
    implementWrite(confirmAuthenticator, {
      async prepare(_input, context) {
        const reserved = await reserve(context);
        return reserved.ok ? accept(await makeRecoveryCodes()) : reserved;
      },
      async load(_input, { actor, database }) {
        if (actor.secondFactor === 'needed') return refuse('access.prove_old_factor_first');
        const sealed = (await lockAuthenticator(database, actor.accountId))?.next_secret_sealed ?? null;
        return sealed === null ? refuse('access.no_authenticator') : accept(sealed);
      },
      authorise: () => true,
      async handle({ body }, next, context, recovery) {
        const { actor, database, now } = context;
        const { accountId } = actor;
        const secret = await openSecret(keys, database, { accountId, column: 'next_secret_sealed' }, next, now);
        if (!secret.ok) return secret;
        const step = await stepOfCode(secret.value, body.code, now, null);
        if (step === null) return wrongCode;
        const sealed = await sealSecret(keys, database, { accountId, column: 'secret_sealed' }, secret.value, now);
        if (!sealed.ok) return sealed;
        await confirmSecret(database, accountId, { sealed: sealed.value, step, recovery }, now);
        await forgive(context);
        // A key shown before says more than the first code of a new app.
        const shown = actor.shown?.kind === 'passkey' ? actor.shown : ({ at: now, kind: 'app' } as const);
        const session = await renewAfterChange(context, shown, demo);
        return accept({ session, recoveryCodes: [...recovery.codes] });
      },
    }),
    implementWrite(proveSecondFactor, {
      async prepare({ body }, context) {
        const reserved = await reserve(context);
        if (!reserved.ok) return reserved;
        const code = body.code.replaceAll(/\s/g, '');
        const stored = await findAuthenticator(context.database, context.actor.accountId);
        if (stored === null) return refuse('access.no_authenticator');
        const recoveryHash = /^\d{6}$/.test(code) ? null : await hashRecoveryCode(code, stored.recovery_salt);
        return accept({ code, recoveryHash });
      },
      async load(_input, { actor, database }) {
        const stored = await lockAuthenticator(database, actor.accountId);
        return stored === null ? refuse('access.no_authenticator') : accept(stored);
      },
      authorise: () => true,
      async handle(_input, stored, context, { code, recoveryHash }) {
        const { actor, database, now } = context;
        if (recoveryHash === null) {
          const taken = await takeAppCode(stored, code, context);
          if (!taken.ok) return taken;
        } else if (!(await spendRecoveryCode(database, actor.accountId, recoveryHash, now))) return wrongCode;
        context.audit({ recoveryCode: recoveryHash !== null });
        await forgive(context);
        return accept(await renewSession(context, recoveryHash === null ? 'app' : 'paper', demo));
      },
    }),
  ];
}
