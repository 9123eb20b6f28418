import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageFiles } from '../../datasets/serve-datasets.ts'
import { datasetsFolder, readRecords } from '../support/dataset-files.ts'

type Row = Readonly<Record<string, string>>

const folder = join(datasetsFolder, 'demo-simulated')
const TABLES = ['observations', 'indicators', 'breakdowns', 'codes', 'sources'] as const
const [observations = [], indicators = [], breakdowns = [], codes = [], sources = []] = await Promise.all(
  TABLES.map((name) => readRecords(`demo-simulated/${name}.csv`)),
)
const ledger = await readRecords('demo-simulated/ledger.csv')
const manifest = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))

const PROVINCES = ['01', '22', '48', '66', '92']
const MONTHS = ['2023', '2024'].flatMap((year) =>
  ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `${year}-${month}`),
)
const CELLS = [
  'tips_received||',
  'tips_received|tip_kind|valuable',
  'models_maintained||',
  ...['public_security', 'administrative_reform', 'charity'].map((field) => `models_maintained|field|${field}`),
  ...['gun', 'ammunition_round', 'crude_weapon', 'explosive', 'support_tool'].map((item) => `surrendered_items|item|${item}`),
  ...['benefactors', 'officers', 'youth_union_members'].map((group) => `charity_donations|donor_group|${group}`),
]
const GAPS = ['66 2024-05', '66 2024-07']
const HALF_YEAR = 'MP-01-2024-H1-01'

const cellOf = (row: Row) => `${row.indicator_code}|${row.breakdown_key}|${row.breakdown_value}`
const monthly = observations.filter((row) => row.observation_id !== HALF_YEAR)
const monthOf = (row: Row) => (row.period_end ?? '').slice(0, 7)
const placeOf = (row: Row) => `${row.province_code} ${monthOf(row)}`

describe('the build', () => {
  it.each([
    { TZ: 'Pacific/Kiritimati', LANG: 'vi_VN.UTF-8' },
    { TZ: 'America/Los_Angeles', LANG: 'C' },
  ])('writes the committed bytes in any time zone and language: %j', (env) => {
    const out = mkdtempSync(join(tmpdir(), 'demo-'))
    try {
      execFileSync(process.execPath, [join(datasetsFolder, 'build.mjs'), '--out', out], { env: { ...process.env, ...env } })
      const written = readdirSync(join(out, 'demo-simulated')).sort()
      expect(written).toEqual(readdirSync(folder).sort())
      for (const file of written) {
        expect(readFileSync(join(out, 'demo-simulated', file)).equals(readFileSync(join(folder, file))), file).toBe(true)
      }
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  })

  it('keeps the ledger out of the package and off the server', () => {
    const served = packageFiles(datasetsFolder).filter((path) => path.startsWith('demo-simulated/'))
    expect(served).toEqual(expect.arrayContaining([...TABLES.map((name) => `demo-simulated/${name}.csv`)]))
    expect(served).not.toContain('demo-simulated/ledger.csv')
    expect(JSON.stringify(manifest)).not.toContain('ledger')
    expect(ledger.length).toBeGreaterThan(1000)
  })
})

describe('what is reported', () => {
  it('is every cell of every province and month, once, but for the planned gaps, one correction and one half-year', () => {
    const due = PROVINCES.flatMap((code) => MONTHS.map((month) => `${code} ${month}`))
      .filter((place) => !GAPS.includes(place))
      .flatMap((place) => CELLS.map((cell) => `${place} ${cell}`))
    const found = monthly.map((row) => `${placeOf(row)} ${cellOf(row)}`)
    expect(due).toHaveLength(1652)
    expect(found.toSorted()).toEqual([...due, '48 2024-03 tips_received||'].toSorted())
    expect(observations).toHaveLength(1654)
  })

  it('has whole months as periods, and a day for what is a stock', () => {
    for (const row of monthly) {
      const [year, month] = monthOf(row).split('-').map(Number)
      const days = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()
      const start = row.indicator_code === 'models_maintained' ? '' : `${monthOf(row)}-01`
      expect([row.period_start, row.period_end]).toEqual([start, `${monthOf(row)}-${days}`])
      expect(row.source_id).toBe(`MP${year}`)
    }
  })

  it('has one of each thing that makes reports hard', () => {
    const ids = (wanted: (row: Row) => boolean) => observations.filter(wanted).map((row) => row.observation_id)
    expect(ids((row) => row.revision === '2')).toEqual(['MP-48-2024-03-01-r2'])
    expect(ids((row) => row.qualifier === 'unquantified')).toEqual(['MP-92-2023-08-01'])
    expect(ids((row) => row.verify_vi !== '')).toEqual(['MP-22-2023-11-10'])
    expect(ids((row) => row.value === '0')).toEqual([7, 8, 9, 10, 11].map((at) => `MP-92-2024-02-${String(at).padStart(2, '0')}`))
    expect(new Set(observations.filter((row) => row.status === 'provisional').map(placeOf))).toEqual(new Set(['22 2024-12']))
    expect(ids((row) => row.status === 'provisional')).toHaveLength(CELLS.length)
    expect(ids((row) => row.qualifier === 'at_least')).toHaveLength(7)
    expect(ids((row) => row.value === '' && row.status !== 'suppressed')).toEqual(['MP-92-2023-08-01'])
  })

  it('has a half-year that says slightly more than its six months', () => {
    const half = Number(observations.find((row) => row.observation_id === HALF_YEAR)?.value)
    const months = monthly.filter(
      (row) => row.province_code === '01' && cellOf(row) === 'tips_received||' && /^2024-0[1-6]$/.test(monthOf(row)),
    )
    expect(months).toHaveLength(6)
    const sum = months.reduce((all, row) => all + Number(row.value), 0)
    expect(half - sum).toBe(9)
  })

  it('prints what it says', () => {
    for (const { printed = '', value, status, qualifier_word: word = '' } of observations) {
      expect(printed.split(' ').length, printed).toBeLessThanOrEqual(5)
      if (status === 'suppressed') expect([printed, value]).toEqual(['không công bố', ''])
      else if (value === '') expect(printed).toBe('hàng trăm tin')
      else expect([printed, numberOf(printed, word)]).toEqual([printed, Number(value)])
    }
  })

  it('has fields that add up to the models of the month', () => {
    for (const total of monthly.filter((row) => cellOf(row) === 'models_maintained||')) {
      const fields = monthly.filter((row) => placeOf(row) === placeOf(total) && row.breakdown_key === 'field')
      expect(fields).toHaveLength(3)
      expect(fields.reduce((sum, row) => sum + Number(row.value), 0)).toBe(Number(total.value))
    }
  })

  it('has fewer valuable tips than tips, and more in the second year', () => {
    const year = (code: string, of: string, cell: string) =>
      monthly
        .filter((row) => row.province_code === code && monthOf(row).startsWith(of) && cellOf(row) === cell)
        .reduce((sum, row) => sum + Number(row.value), 0)
    for (const code of PROVINCES) {
      expect(year(code, '2023', CELLS[1] ?? '')).toBeLessThan(year(code, '2023', CELLS[0] ?? ''))
    }
    for (const code of ['01', '22', '48']) {
      expect(year(code, '2024', CELLS[0] ?? '')).toBeGreaterThan(year(code, '2023', CELLS[0] ?? ''))
    }
  })

  it('stands at one place of one table each, which is not said of what is withheld', () => {
    const published = observations.filter((row) => row.status !== 'suppressed')
    const places = published.filter((row) => row.revision === '1').map((row) => `${row.source_id} ${row.locator}`)
    expect(places).toHaveLength(1653 - 36)
    expect(new Set(places).size).toBe(places.length)
    expect(published.filter((row) => !/^bảng [1-9][0-9]?, dòng [1-9][0-9]?$/.test(row.locator ?? ''))).toEqual([])
  })
})

describe('the ledger', () => {
  it('is the sum of the rows, month by month and year by year', () => {
    const counted = monthly.filter((row) => row.observation_id !== 'MP-48-2024-03-01')
    const sums = new Map<string, { months: Set<string>; value: number; low: boolean; words: boolean }>()
    const add = (period: string, row: Row, cell: string) => {
      const key = `${period} ${row.province_code} ${cell}`
      const sum = sums.get(key) ?? { months: new Set(), value: 0, low: false, words: false }
      // Rows come in the order of time, so the last stock stands.
      const value = row.indicator_code === 'models_maintained' ? Number(row.value) : sum.value + Number(row.value)
      const isWords = row.qualifier === 'unquantified' || row.status === 'suppressed'
      sums.set(key, {
        months: sum.months.add(monthOf(row)),
        value,
        low: sum.low || isWords || row.qualifier === 'at_least',
        words: sum.words || isWords,
      })
    }
    for (const row of counted) {
      for (const period of [monthOf(row), monthOf(row).slice(0, 4)]) {
        add(period, row, cellOf(row))
        if (row.breakdown_key === 'donor_group') add(period, row, 'charity_donations||')
      }
    }
    expect(ledger).toHaveLength(sums.size)
    for (const row of ledger) {
      const key = `${row.period} ${row.province_code} ${cellOf(row)}`
      const sum = sums.get(key)
      const inWords = sum?.words === true && sum.months.size === 1
      expect([key, row.months, row.value, row.at_least, row.in_words]).toEqual([
        key,
        String(sum?.months.size),
        inWords ? '' : String(sum?.value),
        sum?.low && !inWords ? 'yes' : '',
        sum?.words ? 'yes' : '',
      ])
    }
  })

  it('has no line for a month that was not reported, and ten months in that year', () => {
    expect(ledger.filter((row) => GAPS.includes(`${row.province_code} ${row.period}`))).toEqual([])
    const months = ledger.filter((row) => row.province_code === '66' && row.period === '2024').map((row) => row.months)
    expect(new Set(months)).toEqual(new Set(['10']))
  })
})

describe('words', () => {
  it('takes every code and indicator as the published reports have it', async () => {
    const [theirCodes, theirIndicators, theirRules] = await Promise.all(
      ['codes', 'indicators', 'breakdowns'].map((name) => readRecords(`public-reports/${name}.csv`)),
    )
    expect(indicators.map((row) => row.indicator_code)).toEqual([
      'tips_received',
      'models_maintained',
      'surrendered_items',
      'charity_donations',
    ])
    for (const row of codes) expect(theirCodes).toContainEqual(row)
    for (const row of indicators) expect(theirIndicators).toContainEqual(row)
    const added = breakdowns.filter((row) => !theirRules?.some((other) => JSON.stringify(other) === JSON.stringify(row)))
    expect(added).toEqual([{ indicator_code: 'models_maintained', breakdown_key: 'field', rule: 'additive' }])
  })

  it('fills both languages of a pair or neither', () => {
    let filled = 0
    for (const row of [observations, indicators, codes, sources].flat()) {
      for (const column of Object.keys(row).filter((name) => name.endsWith('_vi') && `${name.slice(0, -3)}_en` in row)) {
        const [vi, en] = [row[column], row[`${column.slice(0, -3)}_en`]]
        expect([column, vi === '']).toEqual([column, en === ''])
        if (vi !== '' && vi !== '%') expect(vi).not.toBe(en)
        if (vi !== '') filled += 1
      }
    }
    expect(filled).toBeGreaterThan(90)
  })

  it('calls itself simulated wherever it is named', async () => {
    const catalog = JSON.parse(readFileSync(join(datasetsFolder, 'catalog.json'), 'utf8'))
    for (const entry of catalog.datasets) {
      const { danVanAtlas } = JSON.parse(readFileSync(join(datasetsFolder, entry.path), 'utf8'))
      expect([entry.id, entry.simulated ?? false]).toEqual([entry.id, danVanAtlas.simulated])
    }
    expect(catalog.default).toBe('public-reports')
    expect(manifest.danVanAtlas).toMatchObject({
      id: 'demo-simulated',
      title: { vi: 'Dữ liệu mô phỏng: 5 tỉnh, 24 tháng', en: 'Simulated data: 5 provinces, 24 months' },
      simulated: true,
      reporters: PROVINCES.map((code) => `63:${code}`),
      territorySets: ['63'],
      defaultView: { units: '63', time: '2024' },
    })
    expect(sources.map((row) => [row.title_vi, row.publisher, row.url])).toEqual([
      ['Báo cáo mô phỏng năm 2023', 'Dữ liệu mô phỏng', ''],
      ['Báo cáo mô phỏng năm 2024', 'Dữ liệu mô phỏng', ''],
    ])
    expect(observations.filter((row) => !row.unit_name?.endsWith('(mô phỏng)'))).toEqual([])
  })

  it('names other provinces than the published reports, as the list of 63 does', async () => {
    const reported = new Set((await readRecords('public-reports/observations.csv')).map((row) => row.province_code))
    expect(PROVINCES.filter((code) => reported.has(code))).toEqual([])
    const provinces = await readRecords('reference/provinces.csv')
    for (const row of observations) {
      const named = provinces.find((one) => one.territory_set === '63' && one.code === row.province_code)
      expect(row.province_vi).toBe(named?.name_vi)
    }
  })
})

/** The number that a printed figure says: `trên 1,2 tỷ đồng` is 1 200 000 000. */
function numberOf(printed: string, word: string): number {
  const rest = word === '' ? printed : printed.replace(new RegExp(`^${word} `), '')
  const [, digits = '', scale] = /^([0-9.]+(?:,[0-9]+)?)(?: (triệu|tỷ) đồng| \p{L}.*)$/u.exec(rest) ?? []
  const factor = scale === 'tỷ' ? 1e9 : scale === 'triệu' ? 1e6 : 1
  return Math.round(Number(digits.replaceAll('.', '').replace(',', '.')) * factor)
}
