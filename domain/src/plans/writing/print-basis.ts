import { printDay } from '../../kernel/document/printed-parts.ts';
import type { ItemData } from './manuscript-item.ts';

/** «Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016», «Căn cứ Kế hoạch số … của … về …». */
export function printBasis({ kind, number, issuedOn, issuer, about }: ItemData<'basis'>): string {
  const isLaw = /^(luật|bộ luật|pháp lệnh|hiến pháp)$/iu.test(kind.trim());
  const named = isLaw && about !== '' ? `${kind} ${about}` : kind;
  const day = issuedOn === null ? '' : ` ${printDay(issuedOn)}`;
  const by = issuer === null || issuer === '' || isLaw ? '' : ` của ${issuer}`;
  const subject = isLaw || about === '' ? '' : ` ${about}`;
  return `Căn cứ ${named} số ${number}${day}${by}${subject}`;
}
