import { printRecipients } from '@mangnon/domain/kernel/document/printed-parts.ts';

/** One stands behind «Kính gửi:», several on lines of their own (annex I, II.9). */
export function addressLines(addressees: readonly string[]): string[] {
  if (addressees.length === 0) return [];
  return addressees.length === 1 ? [`Kính gửi: ${addressees[0]}`] : ['Kính gửi:', ...printRecipients(addressees)];
}
