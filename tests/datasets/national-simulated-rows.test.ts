import { beforeAll, describe, expect, it } from 'vitest'
import { readRecords } from '../support/dataset-files.ts'
import {
  cellOf,
  listAt,
  MONTH_ENDS,
  monthsCovered,
  type Reported,
  readLedger,
  readNationalTable,
  readReported,
  territoryOf,
} from '../support/national-simulated.ts'

let rows: readonly Reported[] = []
beforeAll(async () => {
  rows = await readReported()
})

const isMonthly = (row: Reported) => row.source_id.startsWith('BC')
const isStock = (row: Reported) => row.period_start === ''
/** A short list of what is wrong, so that a failure can be read. */
const first = (wrong: readonly Reported[]) => wrong.slice(0, 3).map((row) => row.observation_id)

describe('every row', () => {
  it('is acceptable to the form', async () => {
    const [codes, indicators, breakdowns, sources, provinces] = await Promise.all([
      ...['codes', 'indicators', 'breakdowns', 'sources'].map(readNationalTable),
      readRecords('reference/provinces.csv'),
    ])
    const code = new Set(codes?.map((row) => `${row.key}:${row.value}`))
    const rules = new Set(breakdowns?.map((row) => `${row.indicator_code} ${row.breakdown_key}`))
    const known = new Set(indicators?.map((row) => row.indicator_code))
    const ids = new Set(sources?.map((row) => row.source_id))
    const names = new Map(provinces?.map((row) => [`${row.territory_set}:${row.code}`, row.name_vi]))
    const unitOf = new Map(codes?.filter((row) => row.unit).map((row) => [`${row.key}:${row.value}`, row.unit]))
    const ownUnit = new Map(indicators?.map((row) => [row.indicator_code, row.unit]))
    const hasValue = (row: Reported) => row.qualifier !== 'unquantified' && !['suppressed', 'not_applicable'].includes(row.status)
    const checks: Record<string, (row: Reported) => boolean> = {
      province: (row) => names.get(territoryOf(row)) === row.province_vi,
      source: (row) => ids.has(row.source_id),
      indicator: (row) => known.has(row.indicator_code),
      breakdown: (row) =>
        row.breakdown_key === ''
          ? row.breakdown_value === ''
          : rules.has(`${row.indicator_code} ${row.breakdown_key}`) && code.has(`${row.breakdown_key}:${row.breakdown_value}`),
      unit: (row) =>
        row.unit === (unitOf.get(`${row.breakdown_key}:${row.breakdown_value}`) ?? ownUnit.get(row.indicator_code)) &&
        code.has(`unit:${row.unit}`),
      words: (row) =>
        ['qualifier', 'status', 'unit_level', 'period_basis'].every((key) => code.has(`${key}:${row[key as 'status']}`)),
      own: (row) => row.unit_level === 'tinh' && row.scope_vi === '' && row.level_relation === '',
      revision: (row) => row.revision === 1 || row.revision === 2,
      value: (row) => (row.value !== null) === hasValue(row),
      number: (row) => row.value === null || (Number.isFinite(row.value) && row.value >= 0),
      whole: (row) => row.value === null || row.unit === 'percent' || Number.isInteger(row.value),
      magnitude: (row) => (row.magnitude !== null) === (row.qualifier === 'unquantified'),
      office: (row) => /^Công an (?:tỉnh|thành phố) .+ \(mô phỏng\)$/.test(row.unit_name),
      languages: (row) => (row.note_vi === '') === (row.note_en === '') && (row.verify_vi === '') === (row.verify_en === ''),
    }
    for (const [name, isGood] of Object.entries(checks))
      expect([name, first(rows.filter((row) => !isGood(row)))]).toEqual([name, []])
    expect(rows.length).toBeGreaterThan(280_000)
    expect(new Set(rows.map((row) => row.observation_id)).size).toBe(rows.length)
  })

  it('says in words only what the number does not say', () => {
    const worded = rows.filter((row) => row.printed !== '')
    const isSpecial = (row: Reported) =>
      row.qualifier !== 'exact' || row.verify_vi !== '' || row.note_vi !== '' || hasCorrection.has(row.observation_id)
    const hasCorrection = new Set(rows.filter((row) => row.revision === 2).map((row) => row.observation_id.replace(/-r2$/, '')))
    expect(first(worded.filter((row) => !isSpecial(row)))).toEqual([])
    expect(first(rows.filter((row) => row.qualifier !== 'exact' && row.printed === ''))).toEqual([])
    expect(worded.length).toBeGreaterThan(1_000)
  })

  it('has one figure for a key, but for corrections', () => {
    const keys = rows.map((row) =>
      [territoryOf(row), cellOf(row), row.period_start, row.period_end, row.source_id, row.revision].join(' '),
    )
    expect(new Set(keys).size).toBe(rows.length)
  })
})

describe('the calendar', () => {
  it('has months from the 15th to the 14th, stocks on the 14th, and nothing else than the planned stretches', () => {
    const wrong = rows.filter((row) => {
      if (!MONTH_ENDS.includes(row.period_end)) return true
      if (isStock(row)) return false
      const months = monthsCovered(row.period_start, row.period_end)
      return months === null || !(isMonthly(row) ? [1, 2, 6, 9] : [6, 12]).includes(months)
    })
    expect(first(wrong)).toEqual([])
    const long = rows.filter((row) => !isStock(row) && (monthsCovered(row.period_start, row.period_end) ?? 0) > 2)
    expect(first(long.filter((row) => !/-12-15$/.test(row.period_start)))).toEqual([])
  })

  it('takes the list from the month: the straddling one is the last of the 63', () => {
    const wrong = rows.filter((row) => row.territory_set !== listAt(row.period_end))
    expect(first(wrong)).toEqual([])
    const straddling = rows.filter((row) => row.period_start === '2025-06-15')
    expect(new Set(straddling.map((row) => row.territory_set))).toEqual(new Set(['63']))
    expect(new Set(straddling.map((row) => row.period_end))).toEqual(new Set(['2025-07-14']))
    expect(new Set(straddling.map((row) => row.province_code)).size).toBeGreaterThan(55)
  })

  it('has no row of the 34 for a window that ends by 14 June 2025, so that both lists come to the same', () => {
    expect(first(rows.filter((row) => row.territory_set === '34' && row.period_end <= '2025-06-14'))).toEqual([])
  })

  it('covers every month of every unit once, without overlap or hole but for the declared gaps', async () => {
    const gaps = new Map((await readLedger('gaps')).map((row) => [`${row.territory} ${row.month_end} ${row.table}`, row.gap]))
    const tips = rows.filter((row) => isMonthly(row) && cellOf(row) === 'tips_received||' && row.revision === 1)
    const held = new Map<string, number>()
    for (const row of tips) {
      const months = monthsCovered(row.period_start, row.period_end) ?? 0
      if (months > 2) continue
      const at = MONTH_ENDS.indexOf(row.period_end)
      for (const end of MONTH_ENDS.slice(at - months + 1, at + 1)) {
        const place = `${territoryOf(row)} ${end}`
        held.set(place, (held.get(place) ?? 0) + 1)
      }
    }
    const provinces = await readRecords('reference/provinces.csv')
    const due = MONTH_ENDS.flatMap((end) =>
      provinces.filter((row) => row.territory_set === listAt(end)).map((row) => `${row.territory_set}:${row.code} ${end}`),
    )
    expect(due).toHaveLength(63 * 127 + 34 * 15)
    // A late month is held by the figure of two months.
    const missing = due.filter((place) => gaps.get(`${place} `) === 'missing')
    expect(due.filter((place) => (held.get(place) ?? 0) !== 1)).toEqual(missing)
    expect(missing.length).toBeGreaterThan(80)
    const late = due.filter((place) => gaps.get(`${place} `) === 'late')
    expect(late.filter((place) => held.get(place) !== 1)).toEqual([])
    expect(tips.filter((row) => monthsCovered(row.period_start, row.period_end) === 2)).toHaveLength(late.length)
  })

  it('lacks the table of charity where that is declared, and nowhere else', async () => {
    const gaps = await readLedger('gaps')
    const sent = new Set(rows.filter(isMonthly).map((row) => `${territoryOf(row)} ${row.period_end}`))
    const given = new Set(
      rows
        .filter((row) => isMonthly(row) && row.indicator_code === 'charity_meals')
        .map((row) => `${territoryOf(row)} ${row.period_end}`),
    )
    const declared = gaps.filter((row) => row.gap === 'no_table').map((row) => `${row.territory} ${row.month_end}`)
    expect([...sent].filter((place) => !given.has(place)).toSorted()).toEqual(declared.toSorted())
    expect(declared.length).toBeGreaterThan(30)
  })
})

describe('the rules of reporting', () => {
  it('cover what is emitted, and nothing is owed that nobody reports', async () => {
    const rules = await readNationalTable('expected')
    const used = new Set<Record<string, string>>()
    const grainsOf = (row: Reported): string[] => {
      if (isStock(row)) return isMonthly(row) ? ['month', 'quarter', 'half'] : ['year']
      const months = monthsCovered(row.period_start, row.period_end)
      return months === 6 ? ['first_half'] : months === 9 ? ['nine_months'] : months === 12 ? ['year'] : ['month']
    }
    const size: Record<string, number> = { month: 1, quarter: 3, half: 6, first_half: 6, nine_months: 9, year: 12 }
    const startOf = (row: Reported, grain: string) => {
      if (!isStock(row)) return row.period_start
      const at = MONTH_ENDS.indexOf(row.period_end) - (size[grain] ?? 1)
      return at < 0 ? '2014-12-15' : (MONTH_ENDS[at] ?? '').replace(/14$/, '15')
    }
    const byIndicator = new Map<string, Record<string, string>[]>()
    for (const rule of rules) {
      const key = `${rule.territory_set} ${rule.indicator_code}`
      byIndicator.set(key, [...(byIndicator.get(key) ?? []), rule])
    }
    const uncovered = rows.filter((row) => {
      const mine = byIndicator.get(`${row.territory_set} ${row.indicator_code}`) ?? []
      const grains = grainsOf(row)
      const found = mine.filter(
        (rule) =>
          grains.includes(rule.grain ?? '') &&
          (rule.from ?? '') <= startOf(row, rule.grain ?? '') &&
          row.period_end <= (rule.to ?? ''),
      )
      for (const rule of found) used.add(rule)
      return found.length === 0
    })
    expect(first(uncovered)).toEqual([])
    expect(rules.filter((rule) => !used.has(rule))).toEqual([])
    expect(rules.filter((rule) => Number(rule.due_days) < 1)).toEqual([])
  })
})
