import { describe, expect, it } from 'vitest'
import type { PackageContent } from '../../src/data/catalog.ts'
import { datasetsUrl, editedFetch, failureOf, openEdited } from '../support/dataset-files.ts'

type Tables = Readonly<Record<string, string>>

const TABLES: Tables = {
  expected: `territory_set,indicator_code,grain,from,to,due_days
63,tips_received,month,2014-12-15,2025-07-14,10
63,tips_received,year,2014-12-15,2024-12-14,20
34,tips_received,month,2025-07-15,2026-10-14,0
`,
  targets: `territory,indicator_code,period_start,period_end,target,unit
63:36,tips_received,2024-01-01,2024-12-31,1200,tip
63:36,models_new,2024-01-01,2024-12-31,12.5,model
34:37,tips_received,2024-01-01,2024-12-31,0,tip
`,
  groups: `group,label_vi,label_en,territory
cum-so-1,Cụm số 1,Group 1,63:36
so-2,Cụm số 2,Group 2,34:37
cum-so-1,Cụm số 1,Group 1,63:35
`,
  denominators: `territory,year,measure,value,basis,verified
63:36,2023,population,1877100,census,yes
63:36,2024,population,1890000,census,no
`,
  events: `date,label_vi,label_en
2024-08-19,Ngày hội,The day
2024-02-10,Tết Nguyên đán,Lunar New Year
`,
}

const COMMUNES = `territory_set,indicator_code,grain,from,to,due_days,territory,unit_level,units
63,tips_received,month,2024-01-01,2025-06-30,5,63:36,xa,Xã Đông|Xã Tây
63,tips_received,month,2024-01-01,2025-06-30,5,63:35,xa,Xã Nam
63,tips_received,month,2024-01-01,2025-06-30,5,,,
`

/** `public-reports` with these tables beside its own, and fields of the manifest. */
function openWith(tables: Tables, fields: object = {}): Promise<PackageContent> {
  const onDisk = editedFetch({
    'public-reports/datapackage.json': (text) => {
      const manifest = JSON.parse(text)
      const added = Object.keys(tables).map((name) => ({ name, path: `${name}.csv` }))
      return JSON.stringify({
        ...manifest,
        resources: [...manifest.resources, ...added],
        danVanAtlas: { ...manifest.danVanAtlas, ...fields },
      })
    },
  })
  return openEdited({}, async (url) => {
    const [, name = ''] = /public-reports\/(.*)\.csv$/.exec(url.slice(datasetsUrl.length)) ?? []
    const text = tables[name]
    return text === undefined ? onDisk(url) : new TextEncoder().encode(text)
  })
}

describe('what only some packages bring', () => {
  it('is read', async () => {
    const { meta } = await openWith(TABLES, { asOf: '2026-10-31' })
    const nam = { set: '63', code: '36' }
    expect(meta.asOf).toBe('2026-10-31')
    expect(meta.expected).toEqual([
      { territorySet: '63', indicator: 'tips_received', grain: 'month', from: '2014-12-15', to: '2025-07-14', dueDays: 10 },
      { territorySet: '63', indicator: 'tips_received', grain: 'year', from: '2014-12-15', to: '2024-12-14', dueDays: 20 },
      { territorySet: '34', indicator: 'tips_received', grain: 'month', from: '2025-07-15', to: '2026-10-14', dueDays: 0 },
    ])
    expect(meta.targets).toEqual([
      { territory: nam, indicator: 'tips_received', start: '2024-01-01', end: '2024-12-31', value: 1200, unit: 'tip' },
      { territory: nam, indicator: 'models_new', start: '2024-01-01', end: '2024-12-31', value: 12.5, unit: 'model' },
      {
        territory: { set: '34', code: '37' },
        ...{ indicator: 'tips_received', start: '2024-01-01', end: '2024-12-31', value: 0, unit: 'tip' },
      },
    ])
    expect(meta.groups.filter(({ id }) => id.startsWith('cum-'))).toEqual([
      { id: 'cum-so-1', label: { vi: 'Cụm số 1', en: 'Group 1' }, members: ['63:36', '63:35'] },
      { id: 'cum-so-2', label: { vi: 'Cụm số 2', en: 'Group 2' }, members: ['34:37'] },
    ])
    expect(meta.events).toEqual([
      { date: '2024-02-10', label: { vi: 'Tết Nguyên đán', en: 'Lunar New Year' } },
      { date: '2024-08-19', label: { vi: 'Ngày hội', en: 'The day' } },
    ])
  })

  it('names the units below a province that owe in its stead', async () => {
    const { meta } = await openWith({ expected: COMMUNES })
    const rule = { territorySet: '63', indicator: 'tips_received', from: '2024-01-01', to: '2025-06-30', dueDays: 5 }
    const lower = { territory: { set: '63', code: '36' }, level: 'xa', names: ['Xã Đông', 'Xã Tây'] }
    expect(meta.expected).toEqual([
      { ...rule, grain: 'month', lower },
      { ...rule, grain: 'month', lower: { ...lower, territory: { set: '63', code: '35' }, names: ['Xã Nam'] } },
      { ...rule, grain: 'month' },
    ])
  })

  it('has the denominators of the package, and of the reference tables what it does not count itself', async () => {
    const { meta } = await openWith(TABLES)
    const people = meta.denominators.filter(({ measure }) => measure === 'population')
    const nam = { territory: { set: '63', code: '36' }, measure: 'population', basis: 'census', source: '' }
    expect(people).toEqual([
      { ...nam, year: 2023, value: 1877100, verified: true },
      { ...nam, year: 2024, value: 1890000, verified: false },
    ])
    expect(meta.denominators.filter(({ measure }) => measure === 'commune_units')).toHaveLength(97)
  })

  it('is nothing in a package without it, but the regions of its lists and the reference tables', async () => {
    const { meta } = await openEdited({})
    expect([meta.asOf, meta.expected, meta.targets, meta.events]).toEqual([null, [], [], []])
    expect(meta.denominators).toHaveLength(97 * 3)
    expect(meta.groups.map(({ id, members }) => [id, members.length])).toEqual([
      ['rg-dong-bang-song-hong', 11],
      ['rg-trung-du-va-mien-nui-phia-bac', 14],
      ['rg-bac-trung-bo-va-duyen-hai-mien-trung', 14],
      ['rg-tay-nguyen', 5],
      ['rg-dong-nam-bo', 6],
      ['rg-dong-bang-song-cuu-long', 13],
    ])
  })

  it('may state no day, and states one that exists', async () => {
    expect((await openWith({}, { asOf: null })).meta.asOf).toBeNull()
    const { code, detail } = await failureOf(openWith({}, { asOf: '2026-02-29' }))
    expect([code, detail.column, detail.raw?.startsWith('shape:')]).toEqual(['package-invalid', 'danVanAtlas.asOf', true])
  })
})

describe('the fingerprint', () => {
  it('changes with each of them that decides a number, not with a label or an event', async () => {
    const print = async (tables: Tables, fields: object = {}) => (await openWith(tables, fields)).meta.fingerprint
    const plain = await print({})
    expect(plain).toBe((await openEdited({})).meta.fingerprint)
    const { events = '', groups = '' } = TABLES
    expect(await print({ events })).toBe(plain)
    expect(await print({ groups: groups.replaceAll('Group 1', 'First group') })).toBe(await print({ groups }))
    const prints = await Promise.all([
      print({}, { asOf: '2026-10-31' }),
      print({}, { asOf: '2026-11-30' }),
      ...['expected', 'targets', 'groups', 'denominators'].map((name) => print({ [name]: TABLES[name] ?? '' })),
      print({ targets: (TABLES.targets ?? '').replace(',1200,', ',1300,') }),
      print({ denominators: (TABLES.denominators ?? '').replace('census,no', 'census,yes') }),
      print({ groups: groups.replace('63:35', '63:37') }),
      print({ expected: (TABLES.expected ?? '').replace(',20\n', ',21\n') }),
    ])
    expect(new Set([plain, ...prints]).size).toBe(prints.length + 1)
  })
})

// One fault a line: file ~ text that stands there ~ text put in its place ~ line ~ column ~ what the failure says.
const FAULTS = String.raw`
expected ~ 63,tips_received,month ~ 64,tips_received,month ~ 2 ~ territory_set ~ value-unknown: 64
expected ~ 63,tips_received,month ~ 63,tips,month ~ 2 ~ indicator_code ~ points-nowhere: tips
expected ~ month ~ week ~ 2 ~ grain ~ value-unknown: week
expected ~ 2014-12-15,2025 ~ 2014-12-32,2025 ~ 2 ~ from ~ not-a-date: 2014-12-32
expected ~ 2025-07-14,10 ~ 2014-12-14,10 ~ 2 ~ to ~ ends-before-start: 2014-12-14
expected ~ 2025-07-14,10 ~ ,10 ~ 2 ~ to ~ value-missing:
expected ~ ,10 ~ ,soon ~ 2 ~ due_days ~ not-a-number: soon
expected ~ 34,tips_received,month,2025-07-15 ~ 63,tips_received,month,2025-07-14 ~ 4 ~ from ~ duplicate: 2025-07-14
expected ~ due_days ~ days ~ 1 ~ due_days ~ column-missing: due_days
targets ~ 63:36,tips ~ 63:03,tips ~ 2 ~ territory ~ points-nowhere: 63:03
targets ~ 63:36,tips ~ 36,tips ~ 2 ~ territory ~ points-nowhere: 36
targets ~ tips_received ~ tips ~ 2 ~ indicator_code ~ points-nowhere: tips
targets ~ 2024-12-31,1200 ~ 2023-12-31,1200 ~ 2 ~ period_end ~ ends-before-start: 2023-12-31
targets ~ 1200 ~ -1 ~ 2 ~ target ~ not-a-number: -1
targets ~ 1200 ~ (nothing) ~ 2 ~ target ~ value-missing:
targets ~ 1200,tip ~ 1200,tips ~ 2 ~ unit ~ points-nowhere: tips
targets ~ 63:36,models_new ~ 63:36,tips_received ~ 3 ~ territory ~ duplicate: 63:36
groups ~ cum-so-1 ~ Cụm 1 ~ 2 ~ group ~ code-form: Cụm 1
groups ~ ,Group 1, ~ ,, ~ 2 ~ label_en ~ language-missing: Cụm số 1
groups ~ 2,34:37\ncum-so-1,Cụm số 1 ~ 2,34:37\ncum-so-1,Cụm số một ~ 4 ~ label_vi ~ label-differs: Cụm số một
groups ~ Group 1,63:35 ~ First group,63:35 ~ 4 ~ label_en ~ label-differs: First group
groups ~ 63:35 ~ 63:36 ~ 4 ~ territory ~ duplicate: 63:36
groups ~ 63:35 ~ 34:35 ~ 4 ~ territory ~ points-nowhere: 34:35
denominators ~ 63:36 ~ 34:36 ~ 2 ~ territory ~ points-nowhere: 34:36
denominators ~ 2023,population ~ 23,population ~ 2 ~ year ~ not-a-date: 23
denominators ~ population ~ people ~ 2 ~ measure ~ value-unknown: people
denominators ~ 1877100 ~ 0 ~ 2 ~ value ~ not-positive: 0
denominators ~ 1877100 ~ 1877.1 ~ 2 ~ value ~ not-a-number: 1877.1
denominators ~ census ~ Census ~ 2 ~ basis ~ code-form: Census
denominators ~ yes ~ true ~ 2 ~ verified ~ value-unknown: true
denominators ~ 63:36,2024 ~ 63:36,2023 ~ 3 ~ territory ~ duplicate: 63:36
events ~ 2024-08-19 ~ 19/8/2024 ~ 2 ~ date ~ not-a-date: 19/8/2024
events ~ ,The day ~ , ~ 2 ~ label_en ~ language-missing: Ngày hội
events ~ 2024-02-10,Tết Nguyên đán ~ 2024-08-19,Ngày hội ~ 3 ~ date ~ duplicate: 2024-08-19
`
  .split('\n')
  .filter(Boolean)
  .map((fault) => fault.split(' ~ ').map((part) => part.replaceAll('\\n', '\n').replace('(nothing)', '')))

const COMMUNE_FAULTS = `
63:36,xa ~ 34:37,xa ~ 2 ~ territory ~ points-nowhere: 34:37
63:36,xa ~ 63:36,tinh ~ 2 ~ unit_level ~ value-unknown: tinh
63:36,xa ~ ,xa ~ 2 ~ territory ~ value-missing:
Xã Đông|Xã Tây ~ (nothing) ~ 2 ~ units ~ value-missing:
Xã Đông|Xã Tây ~ Xã Đông|Xã Đông ~ 2 ~ units ~ duplicate: Xã Đông|Xã Đông
Xã Đông|Xã Tây ~ Xã Đông| ~ 2 ~ units ~ value-missing: Xã Đông|
63:35 ~ 63:36 ~ 3 ~ from ~ duplicate: 2024-01-01
`
  .split('\n')
  .filter(Boolean)
  .map((fault) => fault.split(' ~ ').map((part) => part.replace('(nothing)', '')))

describe('a fault in the units below a province is refused with its place', () => {
  it.each(COMMUNE_FAULTS)('%s > %s', async (before = '', after = '', line = '', column = '', raw = '') => {
    expect(COMMUNES).toContain(before)
    const { code, detail } = await failureOf(openWith({ expected: COMMUNES.replace(before, () => after) }))
    expect(code).toBe('package-invalid')
    expect(detail).toMatchObject({ file: 'public-reports/expected.csv', line: Number(line), column })
    expect(detail.raw?.trimEnd()).toBe(raw)
  })
})

describe('a fault in them is refused with its place', () => {
  it('reads the whole table of faults', () => {
    expect(FAULTS.length).toBeGreaterThan(30)
    expect(FAULTS.filter((fault) => fault.length !== 6)).toEqual([])
  })

  it.each(FAULTS)('%s: %s > %s', async (name = '', before = '', after = '', line, column, raw = '') => {
    const text = TABLES[name] ?? ''
    expect(text).toContain(before)
    const { code, detail } = await failureOf(openWith({ [name]: text.replace(before, () => after) }))
    expect(code).toBe('package-invalid')
    expect(detail).toMatchObject({ file: `public-reports/${name}.csv`, line: Number(line), column })
    expect(detail.raw?.trimEnd()).toBe(raw)
  })
})
