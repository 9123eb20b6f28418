import { MONTHS, YEARS } from './calendar.mjs'
import { TET } from './seasons.mjs'

/** Dates that stand in public calendars and laws, for the time axis; they say nothing of the simulated figures. */
const DATES = [
  [
    '2018-07-01',
    'Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ (2017) có hiệu lực',
    'Law of 2017 on weapons in force',
  ],
  ['2020-04-01', 'Cả nước bắt đầu giãn cách xã hội', 'Social distancing begins all over the country'],
  ['2021-07-09', 'Thành phố Hồ Chí Minh bắt đầu giãn cách xã hội', 'Social distancing begins in Ho Chi Minh City'],
  [
    '2024-07-01',
    'Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở có hiệu lực',
    'Law on grass-roots security forces in force',
  ],
  ['2024-09-07', 'Bão số 3 (Yagi) vào miền Bắc', 'Typhoon Yagi reaches the North'],
  [
    '2025-01-01',
    'Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ (2024) có hiệu lực',
    'Law of 2024 on weapons in force',
  ],
  ['2025-03-01', 'Kết thúc hoạt động công an cấp huyện', 'End of district police'],
  ['2025-07-01', 'Còn 34 tỉnh, thành phố; chính quyền địa phương hai cấp', '34 provinces; local government on two levels'],
]

export function eventRows() {
  const yearly = YEARS.flatMap((year) => [
    { date: TET[year], label_vi: `Tết Nguyên đán ${year}`, label_en: `Lunar New Year ${year}` },
    dayOfTheMovement(year),
  ])
  const single = DATES.map(([date, label_vi, label_en]) => ({ date, label_vi, label_en }))
  return [...yearly, ...single].filter(({ date }) => date <= MONTHS.at(-1).end).sort((a, b) => (a.date < b.date ? -1 : 1))
}

function dayOfTheMovement(year) {
  return {
    date: `${year}-08-19`,
    label_vi: `Ngày hội Toàn dân bảo vệ an ninh Tổ quốc ${year}`,
    label_en: `Day of the people’s movement for national security ${year}`,
  }
}
