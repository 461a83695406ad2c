import { fold } from '@mangnon/domain/kernel/fold.ts';

/** What a section is about, as far as that says whether tasks stand in it. `null` says nothing: as the section above. */
export type Topic = 'tasks' | 'purpose' | 'targets' | 'funding' | 'reporting' | 'other';

const tasks =
  /\b(?:nhiem vu|giai phap|to chuc thuc hien|phan cong|trach nhiem|noi dung|hoat dong|bien phap|trien khai|cong tac|thuc hien|cong viec|chuong trinh)\b/;
const rules: readonly (readonly [RegExp, Topic])[] = [
  [
    /^(?:nguon )?kinh phi\b|^(?:du toan|bao dam|dam bao|nguon|co che)(?: ve)? (?:kinh phi|tai chinh|von)\b|^nguon (?:luc|von|ngan sach)\b|^ngan sach\b/,
    'funding',
  ],
  [
    /^(?:thuc hien )?(?:che do )?(?:thong tin )?bao cao\b|^che do (?:thong tin )?bao cao|^thong tin bao cao|^che do thong tin/,
    'reporting',
  ],
  [
    /^(?:muc dich|yeu cau|quan diem|can cu|co so phap ly|su can thiet|nguyen tac|dac diem|tinh hinh|thuc trang|danh gia (?:tinh hinh|thuc trang|chung|ket qua|khai quat|cong tac)|ket qua (?:dat duoc|thuc hien|trien khai|cong tac|nam|giai doan)|ket qua$|ton tai|nguyen nhan|boi canh|khai quat|kho khan|han che|phuong cham|y nghia|du bao)\b/,
    'purpose',
  ],
  [/^(?:cac )?(?:muc tieu|chi tieu)\b/, 'targets'],
  [
    /^(?:thoi gian|dia diem|doi tuong|pham vi|chu de|thong diep|thanh phan|khau hieu|hinh thuc|giai thich|khen thuong|hieu luc|so luong)\b/,
    'other',
  ],
];

/** The topic a heading names; a heading that names purpose and tasks together («Mục tiêu, nhiệm vụ») holds tasks. */
export function findTopic(title: string): Topic | null {
  const words = fold(title.slice(0, 200)).replace(
    /^(?:mot so|cac|nhung|he thong|noi dung cac|ve)\s+(?=muc tieu|chi tieu|yeu cau|nguyen tac|quan diem|can cu|kinh phi)/,
    '',
  );
  for (const [pattern, topic] of rules) {
    if (!pattern.test(words)) continue;
    if (topic !== 'funding' && topic !== 'reporting' && words.length < 90) {
      if (/\b(?:nhiem vu|giai phap|noi dung|hoat dong)\b/.test(words.slice(9)) && !/muc dich yeu cau/.test(words))
        return 'tasks';
    }
    return topic;
  }
  return tasks.test(words) ? 'tasks' : null;
}

/** True for a title that does nothing but name such a topic: «Mục tiêu cụ thể», «Kinh phí thực hiện». */
export function isTopicTitle(title: string): boolean {
  const topic = findTopic(title);
  return topic !== null && topic !== 'tasks' && title.length <= 80 && fold(title).split(' ').length <= 12;
}
