import { describe, expect, test } from 'vitest';
import { composeCodeMail, composeNoticeMail, type ToldNotice } from './compose-mail.ts';
import { noticeKinds } from './notice-kinds.ts';

const told: ToldNotice[] = [
  { kind: 'task_overdue', path: '/nhiem-vu/1', reference: 'NV 3f2a9c1b' },
  { kind: 'task_due_soon', path: '/nhiem-vu/2', reference: 'NV 00000002' },
  { kind: 'task_due_soon', path: '/nhiem-vu/3', reference: null },
];

describe('the mail of notices', () => {
  test('counts by kind, with references and a link, in the language of the person', () => {
    expect(composeNoticeMail(told, 'vi', 'https://mangnon.example/')).toEqual({
      subject: 'Măng Non: 3 việc cần xem',
      body: [
        'Bạn có 3 thông báo mới trên Măng Non:',
        '- 1 nhiệm vụ đã quá hạn (NV 3f2a9c1b)',
        '- 2 nhiệm vụ sắp đến hạn (NV 00000002)',
        '',
        'Mở tại: https://mangnon.example/thong-bao',
        '',
        'Thư tự động, không cần trả lời. Chọn cách nhận thư ở mục Thông báo.',
      ].join('\n'),
    });
    expect(composeNoticeMail(told, 'en', null).body).toContain('2 tasks due soon (NV 00000002)');
  });

  test('of one notice leads to its record; without an address there is no link', () => {
    expect(composeNoticeMail(told.slice(0, 1), 'vi', 'https://mangnon.example').body).toContain(
      'https://mangnon.example/nhiem-vu/1',
    );
    expect(composeNoticeMail(told, 'vi', null).body).not.toContain('http');
  });

  test('lists no more references than can be read', () => {
    const many = Array.from({ length: 11 }, (_, n): ToldNotice => ({
      kind: 'task_overdue',
      path: '/nhiem-vu/1',
      reference: `NV 0000000${n}`,
    }));
    expect(composeNoticeMail(many, 'vi', null).body).not.toContain('NV');
  });

  test('every kind has words for one and for several, in both languages', () => {
    for (const { one, many } of Object.values(noticeKinds)) {
      expect([one.vi, one.en, many.vi, many.en].every((words) => /\p{L}{3}/u.test(words))).toBe(true);
      expect([many.vi, many.en].every((words) => words.includes('{count}'))).toBe(true);
    }
  });

  test('the code stands in the body and not in the subject', () => {
    const mail = composeCodeMail('12345678', 10, 'vi');
    expect(mail.subject).not.toContain('12345678');
    expect(mail.body).toContain('12345678');
  });
});
