import type { Module } from '../module.ts';
import type { MailService } from './mail-service.ts';
import { sendMails, sendMailsName } from './send-mails.task.ts';

/**
 * Sending of mail. Without a mail server nothing is written for sending, and what an earlier setting left stays where it
 * is until there is one again.
 */
export function mailModule(
  mail: MailService | null,
  nextTry: Parameters<typeof sendMails>[1],
  now: () => Date,
): Module {
  return {
    name: 'mail',
    actions: [],
    refusals: {},
    tasks: { [sendMailsName]: mail === null ? async () => undefined : sendMails(mail, nextTry, now) },
    begins: mail === null ? [] : [sendMailsName],
  };
}
