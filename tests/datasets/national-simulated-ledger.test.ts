import { beforeAll, describe, expect, it } from 'vitest'
import { readRecords } from '../support/dataset-files.ts'
import { cellOf, monthsCovered, type Reported, readLedger, readReported, territoryOf } from '../support/national-simulated.ts'

let rows: readonly Reported[] = []
let drawn: readonly Record<string, string>[] = []
let emitted: readonly Record<string, string>[] = []
beforeAll(async () => {
  rows = await readReported()
  drawn = await readLedger('drawn')
  emitted = await readLedger('emitted')
})

const lineKey = (line: Record<string, string>) =>
  `${line.territory} ${line.indicator_code}|${line.breakdown_key}|${line.breakdown_value} ${line.year}`
const rowKey = (row: Reported) => `${territoryOf(row)} ${cellOf(row)} ${row.source_id.slice(-4)}`
const isStock = (row: Reported) => row.period_start === ''
const spanOf = (row: Reported) => (isStock(row) ? 1 : (monthsCovered(row.period_start, row.period_end) ?? 0))

/** Monthly reports alone, the last revision of each figure. */
function counted(): Reported[] {
  const last = new Map<string, Reported>()
  for (const row of rows) {
    if (!row.source_id.startsWith('BC')) continue
    const key = `${rowKey(row)} ${row.period_start} ${row.period_end}`
    const other = last.get(key)
    if (!other || other.revision < row.revision) last.set(key, row)
  }
  return [...last.values()]
}

describe('the ledger of what was emitted', () => {
  it('is what the rows come to, counted again', () => {
    const groups = new Map<string, Reported[]>()
    for (const row of counted()) {
      if (spanOf(row) > 2) continue
      const key = rowKey(row)
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
    expect(emitted.map(lineKey).toSorted()).toEqual([...groups.keys()].toSorted())
    const wrong: unknown[] = []
    for (const line of emitted) {
      const group = groups.get(lineKey(line)) ?? []
      const months = group.filter((row) => spanOf(row) === 1).toSorted((a, b) => (a.period_end < b.period_end ? -1 : 1))
      const numbers = months.filter((row) => row.value !== null)
      const joint = group.filter((row) => spanOf(row) === 2)
      const last = numbers.at(-1)
      const sum = (some: readonly Reported[]) => some.reduce((all, row) => all + (row.value ?? 0), 0)
      const count = (isOne: (row: Reported) => boolean) => {
        const found = months.filter(isOne).length
        return found === 0 ? '' : String(found)
      }
      const again = {
        value: last ? String(isStock(last) ? last.value : sum(numbers)) : '',
        last_date: last?.period_end ?? '',
        months: String(months.length),
        at_least: count((row) => row.qualifier === 'at_least'),
        at_most: count((row) => row.qualifier === 'at_most'),
        about: count((row) => row.qualifier === 'about'),
        in_words: count((row) => row.qualifier === 'unquantified'),
        verify: count((row) => row.verify_vi !== ''),
        estimated: count((row) => row.status === 'estimated'),
        withheld: count((row) => row.status === 'suppressed' || row.status === 'not_applicable'),
        joint_months: joint.length === 0 ? '' : String(joint.length * 2),
        joint_value: joint.length === 0 ? '' : String(sum(joint)),
        complete: months.length === Number(line.months_due) ? 'yes' : '',
      }
      const said = Object.fromEntries(Object.keys(again).map((name) => [name, line[name]]))
      if (JSON.stringify(said) !== JSON.stringify(again)) wrong.push({ key: lineKey(line), said, again })
    }
    expect(wrong.slice(0, 3)).toEqual([])
    expect(emitted.length).toBeGreaterThan(30_000)
  })

  it('owes what most units report', () => {
    const most = new Map<string, number>()
    const cellAndYear = (line: Record<string, string>) => lineKey(line).replace(/^(\d\d):\d\d/, '$1')
    for (const line of emitted) {
      const key = cellAndYear(line)
      most.set(key, Math.max(most.get(key) ?? 0, Number(line.months)))
    }
    // Grenades, bombs and detonators are mentioned where there are some, and nobody has some every month.
    const wrong = emitted.filter(
      (line) =>
        !['grenade', 'bomb', 'detonator'].includes(line.breakdown_value ?? '') &&
        Number(line.months_due) !== most.get(cellAndYear(line)) &&
        // Only a few provinces tell of gifts to Khmer households.
        line.breakdown_value !== 'poor_khmer_households',
    )
    expect(wrong.slice(0, 3)).toEqual([])
  })

  it('is what was drawn, where all months were given plainly', () => {
    const truth = new Map(drawn.map((line) => [lineKey(line), line.value]))
    const flags = ['at_least', 'at_most', 'about', 'in_words', 'verify', 'estimated', 'withheld', 'joint_months']
    const plain = emitted.filter((line) => line.complete === 'yes' && flags.every((flag) => line[flag] === ''))
    const off = plain.filter((line) => truth.get(lineKey(line)) !== line.value)
    // Totals that were put down wrongly, and shares that differ from their counts.
    expect(new Set(off.map((line) => line.indicator_code))).toEqual(
      new Set(['charity_donations', 'charity_gifts', 'commune_police_coverage_share']),
    )
    expect(off.length).toBeLessThan(60)
    expect(plain.length).toBeGreaterThan(20_000)
  })
})

describe('what was drawn', () => {
  it('goes on over the merger: a new unit has what its old ones had', async () => {
    const provinces = await readRecords('reference/provinces.csv')
    const value = new Map(drawn.map((line) => [lineKey(line), Number(line.value)]))
    const merged = provinces.filter((row) => row.territory_set === '34')
    const tips = { old: 0, new: 0 }
    for (const unit of merged) {
      const parts = (unit.formed_from_codes ?? '').split('|')
      const ofOld = (cell: string) => parts.reduce((sum, code) => sum + (value.get(`63:${code} ${cell} 2025`) ?? Number.NaN), 0)
      const ofNew = (cell: string) => value.get(`34:${unit.code} ${cell} 2025`) ?? Number.NaN
      for (const cell of ['models_registered||', 'models_built||', 'models_recognised_provincial|holder|collective']) {
        expect(ofNew(cell), `${unit.code} ${cell}`).toBeGreaterThanOrEqual(ofOld(cell))
        expect(ofNew(cell), `${unit.code} ${cell}`).toBeLessThan(ofOld(cell) * 1.1)
      }
      // Seven months of the old units, five of the new one; a month may be far off.
      const [old, now] = [ofOld('tips_received||') / 7, ofNew('tips_received||') / 5]
      expect(now / old, unit.code).toBeGreaterThan(0.5)
      expect(now / old, unit.code).toBeLessThan(2)
      tips.old += old
      tips.new += now
    }
    expect(tips.new / tips.old).toBeGreaterThan(0.92)
    expect(tips.new / tips.old).toBeLessThan(1.12)
    expect(merged.filter((row) => row.formed_from_codes?.includes('|'))).toHaveLength(23)
  })

  it('goes on in the reports too: the models of August 2025 are those of July, old units added', async () => {
    const provinces = await readRecords('reference/provinces.csv')
    const models = new Map(
      rows
        .filter((row) => cellOf(row) === 'models_maintained||' && row.source_id.startsWith('BC'))
        .map((row) => [`${territoryOf(row)} ${row.period_end}`, row.value ?? Number.NaN]),
    )
    const seen: number[] = []
    for (const unit of provinces.filter((row) => row.territory_set === '34')) {
      const parts = (unit.formed_from_codes ?? '').split('|').map((code) => models.get(`63:${code} 2025-07-14`))
      const now = models.get(`34:${unit.code} 2025-08-14`)
      if (now === undefined || parts.includes(undefined)) continue
      seen.push(now / parts.reduce<number>((sum, part) => sum + (part ?? 0), 0))
    }
    expect(seen.length).toBeGreaterThan(25)
    expect(Math.min(...seen)).toBeGreaterThan(0.97)
    expect(Math.max(...seen)).toBeLessThan(1.03)
  })

  it('keeps the life of models in order: recognised, built and running are never more than there can be', () => {
    const value = new Map(drawn.map((line) => [lineKey(line), Number(line.value)]))
    let seen = 0
    for (const line of drawn.filter((one) => one.indicator_code === 'models_registered' && one.breakdown_key === '')) {
      const of = (cell: string) => value.get(`${line.territory} ${cell} ${line.year}`) ?? 0
      const [registered, built, running] = [of('models_registered||'), of('models_built||'), of('models_maintained||')]
      expect(built).toBeLessThanOrEqual(registered)
      expect(running).toBeLessThan(built)
      expect(of('models_recognised_provincial||') + of('models_recognised_district||')).toBeLessThanOrEqual(built)
      expect(of('models_expanding||')).toBeLessThanOrEqual(running)
      for (const indicator of ['models_registered', 'models_maintained']) {
        const fields = ['public_security', 'administrative_reform', 'charity'].map((field) => of(`${indicator}|field|${field}`))
        // The fields come with the quarter: equal where the year's last month of the list ends one.
        if (line.territory?.startsWith('63') && Number(line.year) < 2025) {
          expect(fields.reduce((sum, one) => sum + one, 0)).toBe(of(`${indicator}||`))
        }
      }
      seen += 1
    }
    expect(seen).toBe(63 * 11 + 34 * 2)
  })
})

describe('cumulative figures', () => {
  it('are the sum of their months, nearly always', () => {
    const months = new Map<string, Reported[]>()
    const plain = counted().filter(
      (row) => spanOf(row) === 1 && row.qualifier === 'exact' && row.verify_vi === '' && row.value !== null,
    )
    for (const row of plain) {
      const key = rowKey(row)
      const group = months.get(key)
      if (group) group.push(row)
      else months.set(key, [row])
    }
    const outcome = { equal: 0, marked: 0, other: 0 }
    for (const row of rows.filter((one) => one.source_id.startsWith('BC') && spanOf(one) >= 6)) {
      const key = `${territoryOf(row)} ${cellOf(row)} ${row.source_id.slice(-4)}`
      const inside = (months.get(key) ?? []).filter((one) => one.period_end <= row.period_end)
      if (inside.length !== spanOf(row)) continue
      const sum = inside.reduce((all, one) => all + (one.value ?? 0), 0)
      if (row.note_vi.startsWith('Số lũy kế in sẵn')) outcome.marked += sum === row.value ? 0 : 1
      else if (sum === row.value) outcome.equal += 1
      else outcome.other += 1
    }
    expect(outcome.equal).toBeGreaterThan(15_000)
    expect(outcome.marked).toBeGreaterThan(200)
    // Totals put down wrongly and estimates that were made good.
    expect(outcome.other).toBeGreaterThan(0)
    expect(outcome.other).toBeLessThan(200)
  })
})
