import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';

export const providerRefusals = {
  'access.provider_away': {
    status: 503,
    vi: 'Máy chủ đăng nhập của cơ quan không trả lời. Hãy thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu ở đây.',
    en: 'The sign-in server of your authority does not answer. Try again in a few minutes, or sign in with your password here.',
  },
  'access.provider_stale': {
    status: 409,
    vi: 'Lần đăng nhập này đã quá 10 phút, đã dùng rồi, hoặc bắt đầu ở trình duyệt khác. Hãy bắt đầu lại.',
    en: 'This sign-in is over ten minutes old, was used already, or began in another browser. Begin again.',
  },
  'access.provider_cancelled': {
    status: 401,
    vi: 'Bạn chưa đăng nhập ở máy chủ của cơ quan, hoặc máy chủ ấy không cho vào. Hãy thử lại.',
    en: 'You did not sign in at the server of your authority, or it did not let you. Try again.',
  },
  'access.provider_refused': {
    status: 401,
    vi: 'Máy chủ đăng nhập của cơ quan từ chối ({reason}). Hãy bắt đầu lại; nếu vẫn vậy, báo người vận hành.',
    en: 'The sign-in server of your authority refused ({reason}). Begin again; if it stays so, tell the operator.',
  },
  'access.provider_answer_wrong': {
    status: 401,
    vi: 'Câu trả lời của máy chủ đăng nhập không đúng nên không được nhận. Hãy bắt đầu lại; nếu vẫn vậy, báo người vận hành.',
    en: 'The answer of the sign-in server is not right and was not taken. Begin again; if it stays so, tell the operator.',
  },
  'access.provider_unlinked': {
    status: 403,
    vi: 'Bạn đã đăng nhập ở cơ quan, nhưng chưa được nối với tài khoản nào còn dùng ở đây. Hãy đưa mã này cho người quản trị: {subject}',
    en: 'You have signed in at your authority, but no account in use here is linked to you. Give this code to the administrator: {subject}',
  },
  'access.provider_not_anew': {
    status: 403,
    vi: 'Máy chủ đăng nhập chưa hỏi lại bạn là ai, nên chưa chắc đúng là bạn. Hãy đăng xuất ở máy chủ đó, mở lại lời mời và làm lại.',
    en: 'The sign-in server did not ask anew who you are, so it is not certain to be you. Sign out there, open the invitation again and begin anew.',
  },
  'access.provider_of_another': {
    status: 409,
    vi: 'Người vừa đăng nhập ở máy chủ của cơ quan đã có tài khoản khác ở đây. Nếu đó không phải bạn, hãy đăng xuất ở máy chủ đó, mở lại lời mời và tự đăng nhập.',
    en: 'Who has just signed in at the server of your authority has another account here. If that is not you, sign out there, open the invitation again and sign in yourself.',
  },
  'access.provider_wrong_person': {
    status: 409,
    vi: 'Lời mời này dành cho người có mã khác ở máy chủ đăng nhập; mã vừa đăng nhập là {subject}. Hãy tự đăng nhập ở đó, hoặc báo người đã mời bạn.',
    en: 'This invitation is for somebody with another code at the sign-in server; the code that signed in is {subject}. Sign in there yourself, or tell the person who invited you.',
  },
  'access.provider_identity_taken': {
    status: 409,
    vi: 'Mã này đã được nối với tài khoản khác.',
    en: 'This code is linked to another account already.',
  },
} as const satisfies Refusals;
