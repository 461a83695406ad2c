import { getDraft } from '@mangnon/domain/plans/drafts.api.ts';
import { getSession, signIn } from '@mangnon/domain/access/session.api.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { addressOf, readAnswer } from './api.ts';
import { NetworkError, RefusalError, ServerFault } from './refusal-error.ts';
import { isSessionEnded, markSessionLive, waitForSession } from './session-state.ts';

const refusal = (code: string) =>
  JSON.stringify({ code, where: null, details: { limit: 60 }, message: { vi: 'Không được.', en: 'No.' } });

function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

afterEach(markSessionLive);

describe('an address', () => {
  it('holds params and query, written safely', () => {
    expect(addressOf('/api/drafts/:draftId/edits', { draftId: 'a/b' }, { after: 0 })).toBe(
      '/api/drafts/a%2Fb/edits?after=0',
    );
    expect(addressOf('/api/plans', {}, { q: 'Sở Y tế', unused: undefined })).toBe(
      '/api/plans?q=S%E1%BB%9F+Y+t%E1%BA%BF',
    );
  });
});

describe('an answer', () => {
  it('is a refusal with its sentences and details', () => {
    const error = thrown(() => readAnswer(getDraft, 404, refusal('plans.no_draft')));
    expect(error).toBeInstanceOf(RefusalError);
    expect(error).toMatchObject({ code: 'plans.no_draft', status: 404, sentence: { vi: 'Không được.', en: 'No.' } });
    expect((error as RefusalError).details).toEqual({ limit: 60 });
  });

  it('that is not ours is a fault, and a gateway without a server behind it is no answer', () => {
    expect(thrown(() => readAnswer(getDraft, 500, '<html>'))).toBeInstanceOf(ServerFault);
    expect(thrown(() => readAnswer(getDraft, 418, '{"message":"tea"}'))).toBeInstanceOf(ServerFault);
    expect(thrown(() => readAnswer(getDraft, 502, '<html>'))).toBeInstanceOf(NetworkError);
  });

  it('tells that the session has ended, but not when it was asked who is there or who comes in', async () => {
    thrown(() => readAnswer(getSession, 401, refusal('platform.not_signed_in')));
    thrown(() => readAnswer(signIn, 401, refusal('access.wrong_password')));
    expect(isSessionEnded()).toBe(false);
    thrown(() => readAnswer(getDraft, 401, refusal('platform.not_signed_in')));
    expect(isSessionEnded()).toBe(true);
    let waited = false;
    const waiting = (async () => {
      await waitForSession();
      waited = true;
    })();
    await Promise.resolve();
    expect(waited).toBe(false);
    markSessionLive();
    await waiting;
    expect(waited).toBe(true);
  });
});
