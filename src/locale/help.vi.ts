/** Words of the help. */
export const helpVi = {
  button: 'Trợ giúp',
  title: 'Trợ giúp: đọc số liệu cho đúng',
  marksTitle: 'Chữ và ký hiệu đi cùng số',
  marksText: 'Bấm vào một số bất kỳ trên trang để xem số đó từ đâu, tính thế nào.',
  marks: {
    exact: 'Số đúng như nguồn ghi. Gạch chân liền: bấm được để xem căn cứ.',
    atLeast: 'Nguồn ghi “trên”, “hơn”: số thật không thấp hơn. Viết gọn thì làm tròn xuống.',
    about: 'Nguồn ghi “khoảng”, “gần”: số ước chừng, giữ chữ của nguồn.',
    inWords: 'Chữ nghiêng: nguồn chỉ nêu bằng chữ. Trang in đúng chữ ấy, không suy ra số.',
    zero: 'Nguồn ghi rõ là không phát sinh.',
    missing: 'Nguồn không nêu. Đây không phải số 0, cũng không phải chậm báo cáo.',
    owed: 'Có lịch báo cáo và đã quá hạn mà chưa nhận được. Chỉ ô này có gạch chéo.',
    part: 'Khung rỗng: số chỉ của một phần địa phương, nêu rõ ở dưới, không xếp hạng với số của cả tỉnh.',
    oldUnits:
      'Ở bảng “Nơi có số, nơi chưa có”: tỉnh hiện nay mới có số của từng đơn vị cũ, ghi mấy đơn vị cũ nêu; chưa thành số của cả tỉnh.',
    verify: 'Gạch chân chấm: số cần kiểm chứng; lý do ở “Số này từ đâu?”. Số này không vào tổng và xếp hạng nhiều địa phương.',
    provisional: 'Số sơ bộ: nguồn còn có thể sửa. Trong hình, chấm của số ấy là vòng tròn nét đứt.',
    estimated:
      'Số ước tính: của nguồn, hoặc do chia theo ngày khi kỳ báo cáo vắt qua kỳ đang xem. Trong hình, chấm cũng là vòng tròn nét đứt.',
    someDays:
      'Số của một số ngày trong kỳ đang xem (còn thiếu báo cáo, hoặc kỳ chưa hết): ghi rõ bao nhiêu ngày, không xếp chung với số đủ ngày. Trên đường diễn biến, chấm là vòng tròn nét liền; ở dãy chấm tròn là vòng có nhân.',
  },
  samples: { inWords: 'hàng trăm', owed: 'chưa gửi, hạn 18/6', part: 'chỉ một thị xã', oldUnits: '2/3 đơn vị cũ' },
  coverageTitle: 'Dãy chấm tròn nói gì',
  coverageText:
    'Mỗi chấm là một địa phương lẽ ra có số. Chấm đặc: có số, đủ ngày của kỳ đang xem. Vòng có nhân: có số, nhưng chưa đủ ngày. Chấm nửa: chỉ nêu bằng chữ, hoặc chỉ một phần địa phương. Chấm rỗng: chưa có số cho kỳ đang xem. Bấm vào dãy để xem tên từng nơi; bấm tên để tô đậm nơi ấy trong hình. Khi ít nơi có số, hãy đọc dãy này trước khi đọc tổng.',
  pressTitle: 'Bấm vào hình',
  pressText:
    'Bấm vào số, chấm, cột hoặc tỉnh có số trên bản đồ: xem số ấy từ đâu. Bấm vào tên địa phương, hoặc tỉnh chưa có số trên bản đồ: tô đậm nơi ấy ở mọi hình; bấm lần nữa để bỏ. Từ bàn phím: chọn ở “Tô đậm”, hoặc mở dãy chấm tròn.',
  unitsTitle: '“Tính theo” làm gì với tỉnh sáp nhập',
  units: {
    '34': 'Cộng số các tỉnh trước sáp nhập về tỉnh hiện nay, khi cùng tiêu chí và cùng thời gian. Nếu không cùng thì để cạnh nhau, không cộng. Thiếu tỉnh cũ nào thì ghi rõ là số của mấy tỉnh cũ, và không xếp hạng.',
    '63': 'Số của tỉnh sau sáp nhập không tách được về các tỉnh cũ: trang nói rõ và không tự chia. Số của 11 tỉnh, thành phố không sáp nhập thì lấy nguyên.',
    goc: 'Mỗi số đứng tên đơn vị đã báo cáo; không chuyển, không cộng sang danh sách khác.',
  },
  likeTitle: 'So với kỳ trước, cùng kỳ',
  likeText:
    'Tăng, giảm chỉ tính trên những nơi có số ở cả hai kỳ, cùng tiêu chí; nơi thiếu một kỳ được nêu tên và để ra ngoài. Kỳ trước bằng 0 thì không có phần trăm. Hai số cùng là “trên …” thì không trừ cho nhau.',
  neverTitle: 'Trang không bao giờ',
  never: [
    'Cộng hoặc xếp hạng những số khác tiêu chí, khác đơn vị, khác thời gian: bom với đạn, 5 năm với 1 năm.',
    'Coi chỗ trống là số 0, hoặc coi nguồn không nêu là nợ báo cáo.',
    'Đổi quà thành tiền, hoặc đổi “hàng trăm” thành một con số.',
    'Lấy trung bình các tỷ lệ: tỷ lệ chung tính lại từ hai số đếm.',
    'Tô màu xấu, tốt khi chỉ tiêu không quy định chiều.',
  ],
  sourcesTitle: 'Số liệu từ đâu',
  sourcesText:
    'Mỗi số đều dẫn về dòng trong tệp và đoạn trong bài nguồn. Màn hình “Nguồn và độ tin cậy” liệt kê mọi dòng đã nhận, chưa nhận, mâu thuẫn và cần kiểm chứng. Thấy số sai: “Báo sai số liệu” ở cuối “Số này từ đâu?”.',
  filesTitle: 'Tệp mở từ máy',
  filesText:
    'Tệp được đọc ngay trên máy này, không gửi đi đâu. Đường dẫn chép ra không chứa tên tệp và số liệu; người nhận phải có tệp đó.',
  keysTitle: 'Phím tắt',
  keysText: 'Không có tác dụng khi đang gõ chữ, đang mở danh sách hoặc hộp thoại.',
  keys: { help: 'Mở trợ giúp', search: 'Tìm trong màn hình đang xem, hoặc chọn địa phương' },
  openTab: (tab: string): string => `Mở màn hình “${tab}”`,
}

export type HelpWords = typeof helpVi
