import type { Member } from '@mangnon/domain/inspections/inspection-words.ts';

/** Members as people type or paste them: one in each line, the office after the first comma. */
export function readMembers(text: string): Member[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...from] = line.split(',');
      return { name: name.trim(), from: from.join(',').trim() };
    })
    .filter(({ name }) => name !== '');
}

export function writeMembers(members: readonly Member[]): string {
  return members.map(({ name, from }) => (from === '' ? name : `${name}, ${from}`)).join('\n');
}
