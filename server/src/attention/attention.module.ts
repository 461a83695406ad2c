import { attentionRefusals } from '@mangnon/domain/attention/attention.refusals.ts';
import type { Module } from '../platform/module.ts';
import { attentionTasks, wakeName } from './attention.tasks.ts';
import { noticeActions } from './notices.actions.ts';
import { ownMailActions } from './own-mail.actions.ts';
import { settingActions } from './settings.actions.ts';
import { tasksSource } from './tasks-source.queries.ts';

export interface AttentionOptions {
  /** Whom mail is from; `null` without a mail server. */
  readonly from: string | null;
  readonly address: URL | null;
  readonly now: () => Date;
}

/** What waits for people: notices, reminders of what falls due, and the mails that tell of them. */
export function attentionModule({ from, address, now }: AttentionOptions): Module {
  const sends = from !== null;
  return {
    name: 'attention',
    refusals: attentionRefusals,
    actions: [...noticeActions, ...ownMailActions(sends), ...settingActions(from)],
    tasks: attentionTasks({ sources: [tasksSource], sends, address: address?.href ?? null, now }),
    begins: [wakeName],
  };
}
