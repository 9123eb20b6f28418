/** Names of models as the field forms them, by field and movement; none is the name of a person. */
const SECURITY = [
  ...['Camera an ninh', 'Tiếng kẻng an ninh', 'Tiếng loa an ninh', 'Ánh sáng an ninh', 'Zalo an ninh', 'Còi báo động an ninh'],
  ...['Dòng họ tự quản về an ninh, trật tự', 'Tổ liên gia an toàn phòng cháy, chữa cháy', 'Điểm chữa cháy công cộng'],
  ...[
    'Khu nhà trọ tự quản',
    'Tổ tàu thuyền an toàn',
    'Bến đò ngang an toàn',
    'Cụm doanh nghiệp an toàn',
    'Nhóm hộ giáp ranh bình yên',
  ],
  ...['Xe ôm tự quản', 'Câu lạc bộ phòng, chống tội phạm', 'Đội dân phòng xung kích', 'Họ đạo bình yên', 'Chùa cảnh bình yên'],
  ...[
    'Năm trong một về an ninh, trật tự',
    'Ba không, ba biết',
    'Tuần tra đêm liên xã',
    'Thắp sáng đường quê',
    'Hòm thư tố giác tội phạm',
  ],
  ...[
    'Gia đình không có người vi phạm pháp luật',
    'Phụ nữ không để người thân phạm tội',
    'Thanh niên tình nguyện giữ gìn trật tự',
  ],
  ...['Cựu chiến binh gương mẫu giữ yên thôn xóm', 'Nói không với pháo nổ', 'Vận động giao nộp vũ khí, vật liệu nổ'],
]
const REFORM = [
  ...[
    'Ngày thứ Bảy vì dân',
    'Nụ cười công sở',
    'Trả kết quả tại nhà',
    'Tổ công nghệ số cộng đồng',
    'Điểm hỗ trợ dịch vụ công trực tuyến',
  ],
  ...[
    'Cấp căn cước lưu động',
    'Tiếp dân không hẹn giờ',
    'Bốn xin, bốn luôn',
    'Hộp thư góp ý xây dựng lực lượng',
    'Đối thoại với nhân dân',
  ],
  ...[
    'Công dân số an toàn',
    'Cà phê sáng với nhân dân',
    'Một ngày không viết, một ngày không hẹn',
    'Chính quyền thân thiện, công an gần dân',
  ],
]
const CHARITY = [
  ...['Bát cháo nghĩa tình', 'Bếp ăn từ thiện', 'Mẹ đỡ đầu', 'Nâng bước em tới trường', 'Tủ sách vùng cao', 'Xuân ấm tình dân'],
  ...[
    'Mái ấm tình thương',
    'Nhà nghĩa tình đồng đội',
    'Ngân hàng bò giống',
    'Vườn rau giúp bạn',
    'Giọt máu nghĩa tình',
    'Áo ấm mùa đông',
  ],
  ...[
    'Quầy hàng không đồng',
    'Sửa xe miễn phí cho học sinh',
    'Phụng dưỡng Mẹ Việt Nam anh hùng',
    'Hũ gạo tiết kiệm',
    'Giúp người lầm lỡ làm lại cuộc đời',
  ],
]
/** A place and what it is to be: every pair is a name. */
const PLACES = [
  ...[
    'Khu dân cư',
    'Thôn',
    'Tổ dân phố',
    'Trường học',
    'Cổng trường',
    'Chợ',
    'Tuyến đường',
    'Bến xe',
    'Khu công nghiệp',
    'Cơ sở thờ tự',
  ],
  ...['Buôn làng', 'Cánh đồng', 'Khu du lịch', 'Bệnh viện', 'Cơ quan', 'Doanh nghiệp'],
]
const AIMS = [
  ...[
    'tự quản về an ninh, trật tự',
    'không có tội phạm, ma túy',
    'an toàn, văn minh',
    'bình yên',
    'không có bạo lực',
    'ba an toàn',
  ],
  'an toàn phòng cháy, chữa cháy',
]

export const MODEL_NAMES = [
  ...named(SECURITY, 'public_security', 'toan_dan_bao_ve_an_ninh_to_quoc'),
  ...named(
    PLACES.flatMap((place) => AIMS.map((aim) => `${place} ${aim}`)),
    'public_security',
    'toan_dan_bao_ve_an_ninh_to_quoc',
  ),
  ...named(SECURITY, 'public_security', 'dan_van_kheo'),
  ...named(REFORM, 'administrative_reform', 'dan_van_kheo'),
  ...named(CHARITY, 'charity', 'dan_van_kheo'),
  ...named(REFORM, 'administrative_reform', 'dan_van_kheo'),
  ...named(CHARITY, 'charity', 'other'),
]

/** Two syllables make the name of a commune, as many real ones do. */
export const COMMUNE_SYLLABLES = [
  [
    'Tân',
    'Hòa',
    'Phú',
    'An',
    'Bình',
    'Long',
    'Thành',
    'Vĩnh',
    'Đông',
    'Tây',
    'Nam',
    'Bắc',
    'Yên',
    'Quảng',
    'Xuân',
    'Hồng',
    'Đức',
    'Mỹ',
  ],
  [
    'Lập',
    'Tiến',
    'Thạnh',
    'Lộc',
    'Phong',
    'Thịnh',
    'Hưng',
    'Sơn',
    'Giang',
    'Trung',
    'Thủy',
    'Hải',
    'Điền',
    'Khánh',
    'Lâm',
    'Hiệp',
    'Minh',
  ],
]

function named(names, field, movement) {
  return names.map((name) => ({ name, field, movement }))
}
