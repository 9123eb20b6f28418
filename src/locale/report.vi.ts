/** Words of telling that a figure is wrong. */
export const reportVi = {
  title: 'Báo sai số liệu',
  to: (contact: string): string => `Gửi tới: ${contact}`,
  write: (address: string): string => `Viết thư tới ${address}`,
  open: 'Mở trang tiếp nhận',
  copy: 'Chép thông tin để báo',
  subject: (mark: string): string => `Báo sai số liệu: ${mark}`,
  about: (figure: string): string => `Số liệu đang hiện: ${figure}`,
  mark: (mark: string): string => `Mã số liệu: ${mark}`,
  link: (link: string): string => `Đường dẫn: ${link}`,
  right: 'Số đúng và căn cứ: ',
}

export type ReportWords = typeof reportVi
