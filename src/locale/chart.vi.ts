/** Words of pictures, their table twins and the bar of controls' neighbours. */
export const chartVi = {
  place: 'Địa phương',
  indicator: 'Chỉ tiêu',
  kind: 'Loại',
  figure: 'Số liệu',
  unit: 'Đơn vị',
  time: 'Thời gian',
  scope: 'Phạm vi',
  state: 'Tình trạng',
  wholePlace: 'toàn địa phương',
  missing: '…',
  patchwork: 'Bảng tổng hợp theo địa phương',
  bar: 'Biểu đồ cột',
  barNothing: 'Chưa có hai số nào cùng tiêu chí, cùng đơn vị và cùng thời gian, nên không vẽ cột trên một thước đo.',
  total: (text: string): string => `cộng ${text}`,
  partsOf: (kind: string): string => `theo ${kind.charAt(0).toLocaleLowerCase('vi')}${kind.slice(1)}`,
  tableTwin: 'Bảng số',
  sources: 'Nguồn',
  seeAllKinds: (n: number): string => `Xem đủ ${n} loại`,
  wholeDomain: (domain: string): string => `Xem mọi chỉ tiêu: ${domain}`,
  showLatest: 'Xem số gần nhất',
  sortedBy: 'Sắp xếp',
  rows: (n: number): string => `${n} dòng`,
  grounds: (text: string): string => `${text}: số này từ đâu?`,
  part: 'Phần',
}

export type ChartWords = typeof chartVi
