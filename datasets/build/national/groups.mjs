const REGIONS = {
  'Đồng bằng sông Hồng': ['dong-bang-song-hong', 'Đồng bằng sông Hồng', 'Red River Delta'],
  'Trung du và miền núi phía Bắc': ['mien-nui-phia-bac', 'miền núi phía Bắc', 'Northern Mountains'],
  'Bắc Trung Bộ và Duyên hải miền Trung': ['mien-trung', 'miền Trung', 'Central Coast'],
  'Bắc Trung Bộ': ['bac-trung-bo', 'Bắc Trung Bộ', 'North Central'],
  'Duyên hải Nam Trung Bộ và Tây Nguyên': ['nam-trung-bo-tay-nguyen', 'Nam Trung Bộ, Tây Nguyên', 'South Central and Highlands'],
  'Tây Nguyên': ['tay-nguyen', 'Tây Nguyên', 'Central Highlands'],
  'Đông Nam Bộ': ['dong-nam-bo', 'Đông Nam Bộ', 'South East'],
  'Đồng bằng sông Cửu Long': ['dong-bang-song-cuu-long', 'Đồng bằng sông Cửu Long', 'Mekong Delta'],
}
const CITIES = ['thanh-pho', 'các thành phố', 'Cities']

/** Peer groups: the cities, and the provinces of a region; every unit of a list is in exactly one group of that list. */
export function groupRows(units) {
  return ['63', '34'].flatMap((list) =>
    units
      .of(list)
      .map((unit) => {
        const [slug, vi, en] = unit.isCity ? CITIES : REGIONS[unit.region]
        return {
          group: `cum-${slug}-${list}`,
          label_vi: `Cụm thi đua ${vi} (${list} tỉnh, thành phố)`,
          label_en: `Peer group ${en} (list of ${list})`,
          territory: unit.key,
        }
      })
      .sort((a, b) => (`${a.group} ${a.territory}` < `${b.group} ${b.territory}` ? -1 : 1)),
  )
}
