import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Source } from '../../src/model/source.ts'
import { territoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { ofIndicators, stateFor } from '../../src/query/place-state.ts'
import { readStraddling } from '../../src/query/straddling-query.ts'
import { type Answer, readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql, viewStraddlingSql } from '../../src/query/view-query.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { referenceAnswer } from '../support/rules-reference/reference-answer.ts'
import { toldComparison } from '../support/rules-reference/told-changes.ts'
import { newestDay, toldOf } from '../support/worlds/differences.ts'
import { HAND_MADE_ALIKE } from '../support/worlds/hand-made-alike.ts'
import { alikeLine, changeLine, type HandMade, lineOf, sharedLine } from '../support/worlds/hand-made-case.ts'
import { HAND_MADE_CHANGES } from '../support/worlds/hand-made-changes.ts'
import { HAND_MADE_LISTS } from '../support/worlds/hand-made-lists.ts'
import { HAND_MADE_ROWS } from '../support/worlds/hand-made-rows.ts'
import { HAND_MADE_SHARED } from '../support/worlds/hand-made-shared.ts'
import { type LoadedBatch, loadBatch } from '../support/worlds/load-batch.ts'
import { codeIn, DOMAINS } from '../support/worlds/world-package.ts'

let database: Database
let schemas = 0
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

describe.each([
  ['rules 1 to 9, as in the report', HAND_MADE_ROWS],
  ['rule 11, on both lists', HAND_MADE_LISTS],
  ['rule 4, shared out by days', HAND_MADE_SHARED],
  ['rule 13, against an earlier time', HAND_MADE_CHANGES],
  ['rule 10, of all that have both numbers', HAND_MADE_ALIKE],
])('%s', (_, cases) => {
  const loaded = new Map<string, LoadedBatch>()
  const calendarOf = ({ calendar = '01-01' }: HandMade) => calendar
  const besides = (one: HandMade) => cases.filter((other) => calendarOf(other) === calendarOf(one))

  /** All cases of one calendar are worlds of one load. */
  async function batchOf(one: HandMade): Promise<LoadedBatch> {
    const calendar = calendarOf(one)
    const known = loaded.get(calendar)
    if (known) return known
    const rows = besides(one).map((other) => other.rows)
    const batch = await loadBatch(database, `ds_h${++schemas}`, rows, { calendar, sources: SOURCES, reporters: REPORTERS })
    loaded.set(calendar, batch)
    return batch
  }

  const answers = new Map<string, Answer>()

  /** Cases that ask the same share an answer. */
  async function answerTo(view: View, batch: LoadedBatch): Promise<Answer> {
    const key = JSON.stringify([batch.dataset.schema, view])
    const known = answers.get(key)
    if (known) return known
    const edgesSql = viewStraddlingSql(view, batch.dataset)
    const straddling = edgesSql === null ? [] : readStraddling(await database.query(edgesSql))
    const result = await database.query(viewSql(viewQuery(view, batch.dataset)))
    const answer = readAnswer(result, batch.dataset, view, [], straddling)
    answers.set(key, answer)
    return answer
  }

  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const batch = await batchOf(one)
    const world = besides(one).indexOf(one)
    const indicators = one.asked?.indicators?.map((kind) => codeIn(world, kind)) ?? DOMAINS.map((domain) => `dom-${domain}`)
    const view: View = { ...EMPTY_VIEW, ...one.asked, indicators }
    const isMine = ({ indicator }: { readonly indicator: string }) => indicator.startsWith(codeIn(world, ''))
    const answer = await answerTo(view, batch)
    const linesOf = (figures: Parameters<typeof lineOf>[0][]) => figures.map(lineOf).sort()
    const standing = linesOf(answer.figures.filter((figure) => figure.stands && isMine(figure)))
    if (one.answer) expect(standing).toEqual([...one.answer].sort())
    const rows = toldOf(batch, world, () => {})
    const expected = referenceAnswer(rows, view, newestDay(batch))
    expect(linesOf(expected.now.figures.filter(({ stands }) => stands))).toEqual(standing)
    if (one.shared) {
      const from = rows.rows[0]?.row ?? 0
      const sharing = (figures: readonly Parameters<typeof sharedLine>[0][]) =>
        figures
          .filter(({ stands, shared }) => stands && shared)
          .map((figure) => sharedLine(figure, from))
          .sort()
      expect(sharing(answer.figures.filter(isMine))).toEqual(one.shared)
      expect(sharing(expected.now.figures)).toEqual(one.shared)
      expect(answer.figures.filter(({ shared }) => shared).every(({ estimated }) => estimated)).toBe(true)
    }
    if (one.changes) {
      const changes = [...(answer.compared?.changes.values() ?? [])].filter(({ now }) => isMine(now))
      expect(changes.map(({ now, refused, step }) => changeLine(now, refused ?? '', step?.value ?? null)).sort()).toEqual(
        one.changes,
      )
      const reference = toldComparison(rows, view, newestDay(batch), expected)
      expect(reference?.changes.map(({ now, refused, step }) => changeLine(now, refused, step?.value ?? null)).sort()).toEqual(
        one.changes,
      )
      expect([answer.compared?.refused ?? '', reference?.refused]).toEqual([one.refusedAll ?? '', one.refusedAll ?? ''])
    }
    if (one.alike) {
      const alike = (answer.compared?.likeForLike ?? []).filter(({ measure }) => isMine({ indicator: measure }))
      const found = alike.map(({ measure, change: { now, base, percent }, partly, ...where }) => {
        const byOld = partly.map(({ unit, old }) => `${unit} by ${old.map((key) => key.slice(3)).join('+')}`)
        const values = [now.value ?? 0, base?.value ?? 0, percent?.value ?? null] as const
        return alikeLine(measure.split('|')[0] ?? '', ...values, { ...where, partly: byOld })
      })
      expect(found.sort()).toEqual(one.alike)
      const told = toldComparison(rows, view, newestDay(batch), expected)?.likeForLike.map(
        ({ thing, now, base, percent, ...where }) =>
          alikeLine(thing.indicator, now.value, base.value, percent?.value ?? null, where),
      )
      expect(told?.sort()).toEqual(one.alike)
    }
    if (one.refused) {
      const mine = answer.refused.filter(({ figures }) => figures.some(isMine))
      expect(mine.map(({ unit }) => territoryKey(unit))).toEqual(one.refused)
    }
    for (const [place, state] of Object.entries(one.states ?? {}))
      expect(stateFor(place as '63:36', answer, ofIndicators([codeIn(world, 'flow')]))).toBe(state)
    if (one.scales) expect(scalesOf(answer, isMine)).toEqual(one.scales)
  })
})

/** `63:35 63:36 = 3`: of each comparison group the places on its scale, with the sum of their numbers. */
function scalesOf({ comparability }: Answer, isMine: (figure: { readonly indicator: string }) => boolean): string[] {
  return comparability.groups
    .filter(({ scale, composition }) => !composition && scale.length > 0 && scale.every(isMine))
    .map(({ scale }) => {
      const sum = scale.reduce((all, { value }) => all + (value ?? 0), 0)
      return `${scale.map(({ territory }) => territoryKey(territory)).join(' ')} = ${sum}`
    })
}

const REPORTERS = [
  '63:35',
  '63:36',
  '63:37',
  '63:84',
  '63:46',
  '63:24',
  '63:15',
  '63:44',
  '63:52',
  '63:80',
  '63:82',
  '63:91',
] as const

/** A is trusted most; B and C alike, of which C is the newer; D has no date, and is of 2023. */
const SOURCES: readonly Source[] = [
  source('A', 0, '2025-01-10', 2024),
  source('B', 1, '2025-02-01', 2024),
  source('C', 1, '2025-03-01', 2024),
  source('D', 2, null, 2023),
]

function source(id: string, order: number, publishedDate: string | null, reportYear: number): Source {
  const nothing = { vi: '', en: '' }
  const words = { reportYearBasis: nothing, periodLabel: nothing, reportType: nothing, provinceVi: '' }
  return { id, order, publishedDate, reportYear, title: id, publisher: '', author: '', url: '', calendarStart: null, ...words }
}
