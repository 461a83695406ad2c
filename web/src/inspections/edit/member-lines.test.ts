import { describe, expect, it } from 'vitest';
import { readMembers, writeMembers } from './member-lines.ts';

describe('members of an inspection', () => {
  it('are read one in each line, the office after the first comma', () => {
    expect(readMembers('Lò Thị Hạnh, Sở Y tế, Phòng Trẻ em\n\n  Vàng A Dế \n, không tên')).toEqual([
      { name: 'Lò Thị Hạnh', from: 'Sở Y tế, Phòng Trẻ em' },
      { name: 'Vàng A Dế', from: '' },
    ]);
  });

  it('come back as they were written', () => {
    const text = 'Lò Thị Hạnh, Sở Y tế\nVàng A Dế';
    expect(writeMembers(readMembers(text))).toBe(text);
  });
});
