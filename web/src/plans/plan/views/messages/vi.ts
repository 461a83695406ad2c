/** A plan as tree, table and timeline. */
export const planViewsVi = {
  'planViews.choose': 'Xem nhiệm vụ thành',
  'planViews.view.tree': 'Cây',
  'planViews.view.table': 'Bảng',
  'planViews.view.timeline': 'Dòng thời gian',
  'planViews.tree': 'Mục, việc và đơn vị',
  'planViews.noSection': 'Ngoài các mục',
  'planViews.count': '{count, plural, other {# việc}}',
  'planViews.units': '{count, plural, other {# đơn vị}}',
  'planViews.notGiven': 'Chưa giao đơn vị nào',
  'planViews.of': '{count}/{all} kỳ',
  'planViews.timeline': 'Nhiệm vụ theo thời gian',
  'planViews.when': 'Từ lúc bắt đầu đến hạn',
  'planViews.what': 'thời gian thực hiện',
  'planViews.month.short': 'T{month}/{year}',
  'planViews.month': 'Hạn trong tháng {month}/{year}',
  'planViews.legend':
    'Thanh đi từ ngày bắt đầu đến hạn. Nét đứt dọc là hôm nay. Khung đứt là việc chưa giao, theo ngày ghi trong văn bản.',
} as const;
