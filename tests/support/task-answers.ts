import { wordsOf } from '../../src/locale/words.ts'
import { readRecords } from './dataset-files.ts'
import { type Reduce, type Reduced, reducer } from './national-reduction.ts'
import { readLedger, readNationalTable, readReported } from './national-simulated.ts'

const { figure: figureWords } = wordsOf('vi')
const YEAR_2023 = { from: '2022-12-15', to: '2023-12-14' }
const YEAR_2024 = { from: '2023-12-15', to: '2024-12-14' }
const YEAR_2025 = { from: '2024-12-15', to: '2025-12-14' }
const TEN_YEARS = { from: '2014-12-15', to: '2024-12-14' }

/** What three questions of a leader come to in the national data, counted from its rows without the product's rules. */
export interface TaskAnswers {
  /** Of the 34, with the largest rise of tips per 100,000 people from 2023 to 2024. */
  readonly largestRise: string
  /** Who handed in most crude weapons in 2025, as the headline says it. */
  readonly mostCrudeWeapons: string
  /** Month and place of each report that is missing in 2025. */
  readonly owed: readonly (readonly [month: string, place: string])[]
  /** Place and money, 2015 to 2024, of the old provinces of Vĩnh Long. */
  readonly money: readonly string[]
}

type Places = ReadonlyMap<string, { readonly name: string; readonly formedFrom: readonly string[] }>

export async function taskAnswers(): Promise<TaskAnswers> {
  const order = (await readNationalTable('sources')).map(({ source_id }) => source_id ?? '')
  const reduce = reducer(await readReported(), order)
  const provinces = await readRecords('reference/provinces.csv')
  const places: Places = new Map(
    provinces.map((row) => [
      `${row.territory_set}:${row.code}`,
      { name: row.name_vi ?? '', formedFrom: (row.formed_from_codes ?? '').split('|').filter(Boolean) },
    ]),
  )
  return {
    largestRise: await largestRise(reduce, places),
    mostCrudeWeapons: mostCrudeWeapons(reduce, places),
    owed: (await readLedger('gaps'))
      .filter(
        ({ month_end = '', gap, table }) =>
          gap === 'missing' && table === '' && month_end >= YEAR_2025.from && month_end <= YEAR_2025.to,
      )
      .map(({ territory = '', month_end = '' }) => [
        figureWords.reportingMonth(Number(month_end.slice(5, 7)), month_end.slice(0, 4)),
        places.get(territory)?.name ?? '',
      ]),
    money: (places.get('34:86')?.formedFrom ?? []).map((code) => {
      const found = reduce(`63:${code}`, 'charity_donations||', TEN_YEARS)
      return `${places.get(`63:${code}`)?.name} ${found ? money(found) : '…'}`
    }),
  }
}

function mostCrudeWeapons(reduce: Reduce, places: Places): string {
  const counted = [...places].flatMap(([key, { name }]) => {
    if (!key.startsWith('34:')) return []
    const found = reduce(key, 'surrendered_items|item|crude_weapon', YEAR_2025)
    return found?.full && found.value !== null && !found.doubtful ? [{ name, value: found.value }] : []
  })
  const best = counted.reduce((a, b) => (b.value > a.value ? b : a))
  return `${best.name} ${best.value.toLocaleString('vi-VN')}`
}

/** As the page prints billions: a lower bound is rounded down. */
function money({ value, low }: Reduced): string {
  const steps = Number(((value ?? 0) / 1e7).toPrecision(14))
  const billions = (low ? Math.floor(steps) : Math.round(steps)) / 100
  return `${low ? 'trên ' : ''}${billions.toLocaleString('vi-VN', { maximumFractionDigits: 2 })} tỷ`
}

/** Among the 34 whose old units all reported every day of both years; where sums of both years are bounded, of those that are exact. */
async function largestRise(reduce: Reduce, places: Places): Promise<string> {
  const people = new Map(
    (await readNationalTable('denominators'))
      .filter(({ measure }) => measure === 'population')
      .map(({ territory, year, value }) => [`${territory} ${year}`, Number(value)]),
  )
  const rate = (old: readonly string[], window: typeof YEAR_2024, year: number) => {
    const all = old.map((key) => reduce(key, 'tips_received||', window))
    if (all.some((one) => one === null || !one.full || one.value === null || one.doubtful)) return null
    const told = all as readonly Reduced[]
    const count = told.reduce((sum, { value }) => sum + (value ?? 0), 0)
    const population = old.reduce((sum, key) => sum + (people.get(`${key} ${year}`) ?? Number.NaN), 0)
    return {
      rate: (count * 100_000) / population,
      bounded: told.some(({ low, high }) => low || high),
      low: told.some(({ low }) => low),
    }
  }
  const both = [...places].flatMap(([key, { name, formedFrom }]) => {
    if (!key.startsWith('34:')) return []
    const old = formedFrom.map((code) => `63:${code}`)
    const [now, base] = [rate(old, YEAR_2024, 2024), rate(old, YEAR_2023, 2023)]
    return now && base ? [{ name, now, base }] : []
  })
  const isOneSided = both.some(({ now }) => now.low) && both.some(({ base }) => base.low)
  const counted = isOneSided ? both.filter(({ now, base }) => !now.bounded && !base.bounded) : both
  return counted.reduce((a, b) => (b.now.rate - b.base.rate > a.now.rate - a.base.rate ? b : a)).name
}
