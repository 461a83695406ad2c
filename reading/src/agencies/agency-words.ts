/**
 * The words agency names are made of, in lower case with tones as in «hòa», «ủy» (see `plainWord`). They are kinds
 * of agencies and fields of work from the laws on the organisation of ministries, departments, courts and
 * procuracies, and the charters of the political and social organisations; no place, no single office.
 */

const list = (words: string) => new Set(words.trim().split(/\s*[,\n]\s*/));

/** First words that make an agency whatever follows. */
export const surelyHeads = list(`
  báo và phát thanh, báo và đài, người đứng đầu, người làm công tác, cán bộ, thành viên ban,
  ubnd, hđnd, tand, vksnd, mttq, ubmttq, ubmttqvn, bhxh, lđlđ, bch, bđbp, cdc, đtn, htx, ttyt, hlhpn, ttdvvl,
  ủy ban, hội đồng, công an, tòa án, viện kiểm sát, mặt trận tổ quốc, liên đoàn lao động, liên đoàn, liên minh, liên hiệp,
  tỉnh đoàn, thành đoàn, huyện đoàn, quận đoàn, thị đoàn, xã đoàn, tỉnh ủy, thành ủy, huyện ủy, quận ủy, thị ủy, đảng ủy,
  trung tâm, văn phòng, bệnh viện, kho bạc, ngân hàng, bưu điện, bảo hiểm xã hội, chi cục, tổng cục, công đoàn,
  bộ chỉ huy, bộ đội, bộ tư lệnh, bộ công an, đồn biên phòng, ban chỉ đạo, ban quản lý, ban chỉ huy, ban điều hành,
  ban giám hiệu, ban nhân dân, ban đại diện, ban công tác mặt trận, ban công tác, ban thường trực, ban thường vụ,
  ban bảo vệ, ban chấp hành, ban chủ nhiệm, ban tổ chức, ban dân vận, ban tuyên giáo,
  đoàn thanh niên, đoàn tncs, đoàn xã, đoàn phường, đoàn luật sư, đoàn thể, đoàn trường,
  hội liên hiệp, hội phụ nữ, hội nông dân, hội cựu chiến binh, hội chữ thập đỏ, hội khuyến học, hội người, hội bảo vệ,
  hội bảo trợ, hội luật gia, hội lhpn, hội ccb, hội nd, hội đồng đội, hội cựu, hội sinh viên, hội doanh nghiệp,
  trạm y tế, trạm truyền thanh, đài phát thanh, đài truyền thanh, đài truyền hình, đài pt, đài ptth, đài pt-th,
  cơ quan báo, hạt kiểm lâm, cơ quan thường trực, cơ quan công an, cơ quan điều tra, cơ quan chuyên môn, thủ trưởng, hiệu trưởng,
  nhà trường, trường học, trường mầm non, trường tiểu học, trường thcs, trường thpt, trường trung học, trường phổ thông,
  trường ptdtbt, trường ptdtnt, trường đại học, trường cao đẳng, trường th, trường mn,
  giám đốc, chủ tịch, trưởng phòng, trưởng ban, trưởng thôn, trưởng bản, trưởng ấp, trưởng các, công chức, cộng tác viên,
  tổ dân phố, tổ công tác, tổ giúp việc, tổ trưởng, phòng chuyên môn, câu lạc bộ, quỹ bảo trợ, làng trẻ em, cục thống kê, hiệp hội,
  đội cảnh sát, đội an ninh, đội tham mưu, đội xây dựng phong trào, đội quản lý thị trường, đội thông tin, đội công tác,
  chi bộ, kế toán, bộ phận, cảnh sát, nhà thiếu nhi, nhà hát, chi nhánh, viettel, vnpt, thôn trưởng, bí thư, thi hành án, cục thi hành án,
  cơ sở bảo trợ, cơ sở trợ giúp, khối trường, đại diện cha mẹ, nhân viên y tế, tổ bảo vệ, tổ công nghệ, tổ tư vấn, tổ hòa giải,
  lực lượng tham gia, lực lượng công an, người có uy tín, già làng, chủ cơ sở, hai bên, ba bên, hai ngành, hai cơ quan, hai đơn vị, ban phong trào, đoàn khối, đoàn cơ sở, liên đội,
  ban cán sự, đảng đoàn, chính phủ, thủ tướng chính phủ, thủ tướng, quốc hội, bộ chính trị, ban bí thư, bộ trưởng,
  lãnh đạo, chính quyền, địa phương, tổng đài, mặt trận, cấp ủy, cấp xã, cấp huyện, cấp tỉnh, chi đoàn, chi hội
`);

/** First words that make an agency when a name in capitals or a level («tỉnh», «xã») follows, and what may not follow. */
export const namedHeads: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['sở', list('hữu, dĩ, trường, thích')],
  ['phòng', list('ngừa, chống, tránh, vệ, bệnh, cháy, khi')],
  ['ban', list('hành, đầu, bố')],
  ['bộ', list('luật, chỉ tiêu, tiêu, công cụ, tài liệu, tài, quy, máy, môn, phận')],
  ['báo', list('cáo, động, chí')],
  ['hội', list('nghị, thảo, thi, trại, chợ, chứng, nhập, trường, đàm, diễn')],
  ['đoàn', list('kết, viên, kiểm')],
  ['đài', list('thọ')],
  ['thường trực', list('')],
  ['đặc khu', list('')],
  ['đội', list('ngũ, viên, hình, tuyển, tình')],
  ['trường', list('hợp')],
  ['trạm', list('')],
  ['viện', list('trợ, dẫn, phí')],
  ['vụ', list('việc, án, trưởng')],
  ['cục', list('bộ, diện')],
  ['thanh tra', list('kiểm, việc, chuyên, liên, đột, và')],
  ['thống kê', list('số, tình, và, việc, các')],
  ['bảo hiểm', list('')],
  ['xã', list('hội, giao')],
  ['phường', list('')],
  ['thôn', list('')],
  ['bản', list('thân, tin, đồ, chất, án, cam')],
  ['ấp', list('')],
  ['khu phố', list('')],
  ['tổ', list('chức, quốc, ấm')],
  ['quỹ', list('đất, đạo')],
  ['học viện', list('')],
  ['nhà', list('nước, văn, ở, thiếu')],
  ['quân đội', list('')],
  ['hải quan', list('')],
  ['công ty', list('')],
  ['tổng công ty', list('')],
  ['tạp chí', list('')],
  ['thuế', list('suất, thu, và')],
  ['huyện', list('')],
  ['thành phố', list('')],
]);

/** After «các», «những»: what makes a group of agencies. */
export const groupNouns = list(`
  sở, ban, ngành, cơ, đơn, phòng, địa, xã, phường, huyện, quận, thị, thôn, bản, ấp, khóm, khu, hội, đoàn, tổ, trường, cấp,
  thành, doanh, bộ, đồn, trung, trạm, ủy, chi, bệnh, nhà, đồng, ubnd, chính, cụm, làng, buôn, lực, công, mặt, đài, báo,
  văn, cán, cộng, thủ, vụ, cục, nhóm, câu, hiệp, tòa, viện, đảng, bên, đội, liên
`);

/** Lower-case words that go on with an agency's name: levels, places, fields of work, kinds of bodies. */
export const innerWords = list(`
  tỉnh, huyện, thị, xã, thành, phố, quận, phường, trấn, đặc, khu, cấp, các, địa, phương, liên, quan, chức, năng, viên, thuộc,
  trực, trung, ương, thôn, bản, buôn, ấp, khóm, làng, tổ, dân, cư, sở, ban, ngành, đoàn, thể, hội, cơ, đơn, vị, phòng, chính,
  trị, nghề, nghiệp, chuyên, môn, trường, học, mầm, non, tiểu, phổ, thông, mẫu, giáo, doanh, y, tế, nhân, kiểm, sát, tòa, án,
  viện, công, an, quân, sự, biên, mặt, trận, quốc, phụ, nữ, nông, cựu, chiến, binh, thanh, niên, lao, động, thương, dục, đào,
  tạo, văn, hóa, thể, thao, du, lịch, tin, truyền, tư, pháp, tài, kế, hoạch, đầu, nội, vụ, tộc, tôn, khoa, nghệ, môi, nguyên,
  giao, vận, tải, hình, báo, chí, bảo, trợ, trẻ, em, người, cao, tuổi, khuyết, tật, mồ, côi, chữ, thập, đỏ, luật, gia, vệ,
  quyền, hiểm, thống, kê, hợp, tác, minh, hiệp, bệnh, dự, đa, hành, lập, dịch, đội, thiếu, tiền, phong, hồ, chủ, hội, đồng,
  quần, chúng, lực, lượng, vũ, trang, trưởng, phó, thủ, giám, đốc, tịch, bí, thư, khác, này, huy, đảng, ủy, bộ, cán, chức,
  nước, nhà, kinh, hạ, tầng, đô, kỹ, thuật, hải, ngoại, lưu, trữ, y, dược, sức, khỏe, khuyến, sinh, thành, tw, tỉnh,
  trạm, cục, quỹ, đài, hàng, thanh, tra, bưu, điện, chi, nhóm, câu, lạc, viễn, phát, sư, hộ, gia, lãnh, cộng, đặc, đảng, tục,
  hội, điểm, cụm, sản, nhi, khám, lý, mạng, số, chuyển, đổi, sáng, vực, bảo, huấn, tưởng, cha, mẹ, huynh, xuyên, dựng, án, tín, điều, phối, tấn, internet,
  cửa, khẩu, tâm, truy, nhập, cập, nhánh, hữu, nghị, uy, già, cảnh, trật, tự, ninh, tội, phạm, ma, túy
`);

/** What an agency does: where one of these begins in lower case, the agency's name has ended. */
export const verbs = list(`
  lãnh đạo, chủ trì, chủ động, chủ yếu, phối hợp, chỉ đạo, hướng dẫn, tổ chức, thực hiện, tham mưu, xây dựng, triển khai, tăng cường, đẩy mạnh,
  tiếp tục, căn cứ, có trách, chịu, bố trí, cân đối, thẩm định, rà soát, theo dõi, theo, đôn đốc, kiểm tra, giám sát,
  tuyên truyền, vận động, lồng ghép, đảm bảo, bảo đảm, đảm, quan tâm, phát huy, ban hành, cung cấp, quản lý, nghiên cứu,
  đề xuất, báo cáo, nắm, duy trì, đưa, huy động, hỗ trợ, giúp, tiếp nhận, xử lý, thường xuyên, kịp thời, định kỳ,
  hằng, hàng năm, hàng tháng, hàng quý, sẽ, cần, phải, là, được, trên, trong, khi, làm, nâng cao, phân công, giao cho, tập trung,
  khẩn trương, nghiêm, tích cực, chấp hành, phổ biến, tập huấn, lập, thống kê, tổng hợp, thu thập, cập nhật, đăng, phát động,
  phát hiện, phát triển, phát sóng, phát, dành, ưu tiên, thanh tra, xem xét, khảo sát, mở, cử, đề nghị, yêu cầu, ký, thẩm tra, quyết định,
  phê duyệt, sử dụng, tạo, tham gia, gửi, lựa chọn, đánh giá, rút, sơ kết, tổng kết, khởi tố, điều tra, truy tố, xét xử,
  trợ giúp, bồi dưỡng, nhằm, để, về, với, tại, từ, đến, do, bởi, nơi, đã, đang, không, chưa, có, vận dụng, khuyến khích,
  đổi mới, cụ thể, thông báo, thông qua, kiện toàn, củng cố, sắp xếp, biên soạn, in, treo, khám, tư vấn, bám, cho, chăm lo, quán triệt,
  nêu, đóng, thu, chi, cấp phát, phân bổ, thiết lập, hoàn thiện, ứng dụng, mời, vào, hoạt động, quy định, nhận, bảo vệ, trình, kết nối,
  giới thiệu, công bố, chuẩn bị, lấy, xác minh, xác định, áp dụng, phân loại, trao, tặng, thăm, khen, đề cao, kêu gọi, thành lập,
  lắp, rào, cắm, dạy, vừa, cùng, sau, trước, nghe, ra, gặp, góp ý, giải quyết, kiểm soát, giảng, thí điểm, khắc phục, tự, chọn, ghi, nhân rộng,
  ngăn chặn, đấu tranh, tuần tra, trang bị, sửa, trực, đón, chuyển, kê, viết, thẩm, làm việc, quay,
  luân phiên, thống nhất, cam kết, giữ, cấp cứu, tiêm chủng, thường trực
`);

/** Pairs that look like a verb but belong to a name, by the word before them. */
export const nameAfter: Readonly<Record<string, ReadonlySet<string>>> = {
  'lãnh đạo': list('các, chí, ban, bộ, cán, đội'),
  'chỉ đạo': list('ban, viên'),
  'quản lý': list('ban, nhà nước, cục, cơ quan, sát, cảnh sát, đội'),
  về: list('phạm, chính, tội phạm, hành chính'),
  'tổ chức': list('các, những, ban, và, quan, vị, hội, thể, cơ quan'),
  'thanh tra': list('sở, quan'),
  'điều tra': list('quan, cơ quan, sát, cảnh sát'),
  'thường trực': list('quan, cơ quan, ban'),
  'tư vấn': list('tâm, phòng'),
  'tổng hợp': list('vụ, phòng, mưu, tham mưu'),
  'phát triển': list('và, tâm, quỹ, kho'),
  'bảo vệ': list('ban, hội, tâm, quyền, điểm, nhóm, tác, gia, tổ'),
  'tham gia': list('lượng'),
  'hỗ trợ': list('tâm, quỹ, điểm, sở'),
  'trợ giúp': list('tâm, sở, cơ sở, hội'),
  'cung cấp': list('sở, vị, nghiệp, chức'),
  'thống kê': list('cục, phòng, cục'),
  'kiểm soát': list('tâm, viện'),
  'bồi dưỡng': list('tâm'),
  'kiểm tra': list('ban'),
  'giám sát': list('ban'),
  'tuyên truyền': list('quan'),
  phát: list('đài'),
  giúp: list('trợ'),
  có: list('người'),
  tự: list('trật'),
  tạo: list('đào'),
  lập: list('công, độc, dân'),
  'thường xuyên': list('dục'),
  'xây dựng': list('sở, phòng, và, tư'),
  chuyển: list('phòng, tâm, sở'),
  khám: list('sở'),
  trực: list('hội, sở, đoàn, vị, thường'),
  dạy: list('sở, tâm'),
};

/** Words that cannot end an agency's name. */
export const danglingWords = list('và, các, của, cấp, có, trên, với, những, cùng, thuộc, hoặc, là, tại, nơi');
