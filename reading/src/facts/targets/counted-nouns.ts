/** What plans count, with the words that belong to the noun. */
const countedNouns = (
  'lớp tập huấn|lớp bồi dưỡng|lớp truyền thông|lớp dạy bơi|lớp học bơi|lớp kỹ năng|lớp học|lớp|hội nghị tập huấn|' +
  'hội nghị truyền thông|hội nghị tuyên truyền|hội nghị|hội thảo|hội thi|buổi tuyên truyền|buổi truyền thông|' +
  'buổi nói chuyện|buổi sinh hoạt|buổi tập huấn|buổi tọa đàm|buổi|cuộc kiểm tra|cuộc thanh tra|cuộc giám sát|' +
  'cuộc truyền thông|cuộc thi|cuộc|đợt kiểm tra|đợt truyền thông|đợt tuyên truyền|đợt|khóa tập huấn|khóa|' +
  'mô hình điểm|mô hình|câu lạc bộ|điểm vui chơi|điểm tư vấn|điểm|diễn đàn trẻ em|diễn đàn|ngôi nhà an toàn|' +
  'ngôi nhà|sân chơi|khu vui chơi|nhà văn hóa|bể bơi|công trình|trẻ em|trẻ|em|học sinh|người lao động|người|' +
  'lượt người|lượt trẻ em|lượt|cán bộ|công chức|cộng tác viên|tuyên truyền viên|tình nguyện viên|giáo viên|' +
  'nhân viên|kiểm sát viên|điều tra viên|thẩm phán|cha mẹ|phụ huynh|gia đình|hộ gia đình|hộ|hội viên|đoàn viên|' +
  'xã, phường, thị trấn|xã, phường|xã, thị trấn|xã|phường|huyện|tỉnh|thôn|bản|ấp|khóm|khu dân cư|tổ dân phố|' +
  'trường học|trường mầm non|trường tiểu học|trường|cơ sở giáo dục|cơ sở|trung tâm|phòng tư vấn|phòng|đơn vị|' +
  'địa phương|cơ quan|doanh nghiệp|làng nghề|tổ công tác|tổ|đội|nhóm|tin, bài|tin bài|tin|bài viết|bài|phóng sự|' +
  'chuyên đề|chuyên mục|chuyên trang|tờ rơi|tờ gấp|pa nô|pano|áp phích|băng rôn|video|clip|phim ngắn|bộ tài liệu|' +
  'tài liệu|cuốn|quyển|sản phẩm truyền thông|sản phẩm|suất quà|suất học bổng|suất|phần quà|học bổng|vụ|' +
  'trường hợp|ca|trại hè|trại kỹ năng|hội trại|ngày hội|liên hoan|chương trình|hoạt động|dịch vụ|thiết bị|tủ sách|thư viện'
)
  .split('|')
  .toSorted((a, b) => b.length - a.length);

const knownNoun = new RegExp(`^(?:${countedNouns.join('|')})(?![\\p{L}])`, 'u');

/** Measures of time, age, money, size, and parts of a text: never something a plan sets out to reach. */
const neverCounted =
  /^(?:tuổi|tháng|ngày|năm|giờ|phút|giây|tuần|quý|đồng|triệu|tỷ|nghìn|ngàn|trăm|gram|gam|g|kg|km|m|cm|mét|ha|lít|độ|phần|điều|khoản|chương|mục|phụ lục|nhiệm kỳ|cấp|bậc|loại|nội dung|nhiệm vụ|giải pháp|bước|bên|phía|con|anh|chị|và|đến|hoặc|trong|của|là|theo|tại|về|cho|thì|vào|để|trở|có|không|được|kỳ|đầu|cuối|giai đoạn|mục tiêu|chỉ tiêu|tiêu chí|nhóm nhiệm vụ|nhóm giải pháp|nhóm mục tiêu|quyền|nguyên tắc|môi trường|dân tộc|số)(?!\p{L})/u;
const stop =
  /^(?:cho|về|và|với|được|có|tại|ở|trên|theo|trong|để|là|của|đạt|do|từ|đến|vào|mỗi|tham|biết|làm|nhằm|thuộc|bị|không|khi|phòng|chống|bảo|chăm|đối|nếu|hoặc|trở|một|các|những|này|năm|ký|thực|gồm|dành)$/u;

export interface CountedNoun {
  readonly noun: string;
  /** Whether it is one of the nouns plans usually count. */
  readonly isKnown: boolean;
}

/** The noun right after a number, in lower-case text: «lớp tập huấn cho cán bộ» gives «lớp tập huấn»; null for «tuổi», «đồng» … */
export function readCountedNoun(after: string): CountedNoun | null {
  const words = after.trimStart();
  if (/^(?:nhóm|phần) (?:nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|vấn đề)/u.test(words)) return null;
  if (/^lần(?!\p{L})/u.test(words)) return { noun: 'lần', isKnown: false };
  const known = knownNoun.exec(words);
  if (known !== null) return { noun: known[0], isKnown: true };
  if (neverCounted.test(words)) return null;
  const phrase: string[] = [];
  for (const word of (/^\p{L}+(?: \p{L}+){0,3}/u.exec(words)?.[0] ?? '').split(' ')) {
    if (word === '' || stop.test(word) || phrase.length === 3) break;
    phrase.push(word);
  }
  return phrase.length === 0 ? null : { noun: phrase.join(' '), isKnown: false };
}
