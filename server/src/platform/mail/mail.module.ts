import type { Module } from '../module.ts';
import type { MailSettings } from './mail-service.ts';
import { sendMailsApart } from './send-mails.task.ts';
import { sendMailsName } from './send-mails.ts';

/**
 * Sending of mail, over the database of the login that works on the queue. Without a mail server nothing is written for
 * sending, and what an earlier setting left stays where it is until there is one again.
 */
export function mailModule(mail: MailSettings | null, databaseUrl: string, now: () => Date): Module {
  return {
    name: 'mail',
    actions: [],
    refusals: {},
    tasks: { [sendMailsName]: mail === null ? async () => undefined : sendMailsApart(mail, databaseUrl, now) },
    begins: mail === null ? [] : [sendMailsName],
  };
}
