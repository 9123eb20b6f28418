import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { compareFigures } from '../../src/model/rules/comparability.ts'
import { type TerritoryKey, territoryKey } from '../../src/model/territory.ts'
import type { Comparison } from '../../src/model/view.ts'
import { compareAnswer } from '../../src/query/compare-answer.ts'
import type { Answered } from '../../src/ui/answer/use-answer.ts'
import { DomainCards } from '../../src/ui/overview/domain-cards.tsx'
import { figure } from '../support/figure.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'
import { bothLists } from '../support/units.ts'

beforeAll(() => layOut())

const words = wordsOf('vi')
const codes = [...bothLists().values()]
  .filter(({ set }) => set === '63')
  .map(({ code }) => code)
  .slice(0, 10)
const [tips] = smallDataset.indicators.filter(({ domain, headlineOrder }) => domain === 'tips' && headlineOrder !== null)
const dataset: Dataset = {
  ...smallDataset,
  territories: bothLists(),
  reporters: codes.map((code): TerritoryKey => `63:${code}`),
}

/** Tips of so many places in a year: 10, 11, 12 … times `factor`. */
function year(of: number, count: number, factor = 1): Figure[] {
  return codes.slice(0, count).map((code, at) =>
    figure({
      territory: { set: '63', code },
      indicator: tips?.code ?? '',
      unit: tips?.unit ?? '',
      value: (10 + at) * factor,
      terms: [of + at],
      period: { start: `${of}-01-01`, end: `${of}-12-31`, basis: 'stated', duration: '' },
      comparisonKey: `${tips?.code}|total|${tips?.unit}|W:${of}-01-01/${of}-12-31`,
    }),
  )
}

/** A kind of weapons at so many places. */
function kind(name: string, count: number): Figure[] {
  return year(2024, count).map((one) => ({
    ...one,
    ...{ indicator: 'weapons', unit: 'item', basis: 'part', breakdownKey: 'item', breakdownValues: [name] },
    comparisonKey: `weapons|item=${name}|item|W:2024-01-01/2024-12-31`,
  }))
}

/** The first `partly` places are in a change by some of their old units only. */
function open(now: readonly Figure[], base: readonly Figure[] = [], comparison: Comparison = 'none', partly = 0) {
  const draw = (room: Parameters<Parameters<typeof renderRoom>[0]>[0]) => {
    const comparability = compareFigures(now, () => false)
    const window = { from: '2024-01-01', to: '2024-12-31' }
    const compared = compareAnswer(room.view, dataset, {
      units: dataset.reporters,
      ...{ window, before: { from: '2023-01-01', to: '2023-12-31' }, comparability },
      now: { onList: now, reported: now },
      base: { onList: base, reported: base },
    })
    const likeForLike = (compared?.likeForLike ?? []).map((like) => ({
      ...like,
      whole: like.whole.slice(partly),
      partly: like.whole.slice(0, partly).map((unit) => ({ unit, old: [unit] })),
    }))
    const told = compared && { ...compared, likeForLike }
    const answer = { figures: now, otherTime: [], refused: [], refusedOtherTime: [], comparability, compared: told, owed: [] }
    const answered: Answered = { answer, view: room.view, dataset }
    return <DomainCards room={room} answered={answered} />
  }
  return renderRoom(draw, { dataset, view: { comparison } })
}

const card = (domain = 'tips') => {
  const found = screen.getAllByRole('listitem').find((item) => item.dataset.domain === domain)
  if (!found) throw new Error(`no card of ${domain}`)
  return within(found)
}

describe('the card of a domain', () => {
  it('has the total of its places, which opens its grounds', async () => {
    const { user, asked } = open(year(2024, 10))
    await user.click(card().getByRole('button', { name: /145/ }))
    expect(asked.map((one) => one.figure.value)).toEqual([145])
    expect(asked[0]?.figure.computed?.of).toHaveLength(10)
    expect(card().getByText('năm 2024')).toBeInTheDocument()
  })

  it('has the change of the places with both figures, and says of what', async () => {
    const { user, asked } = open(year(2024, 10), year(2023, 9, 0.5), 'yoy')
    expect(card().getByText(`năm 2024; ${words.compare.changeNote.yoy}`)).toBeInTheDocument()
    await user.click(card().getByRole('button', { name: /\+100%/ }))
    const [now, base] = asked[0]?.figure.computed?.of ?? []
    expect([now?.value, base?.value]).toEqual([126, 63])
    expect(now?.computed?.of.map(({ territory }) => territoryKey(territory))).toHaveLength(9)
  })

  it('leads to the pictures of its indicator', async () => {
    const { user, view } = open(year(2024, 10))
    await user.click(
      card().getByRole('button', { name: words.compare.openDomain(card().getByRole('heading').textContent ?? '') }),
    )
    expect(view()).toMatchObject({ indicators: [tips?.code], charts: [], sort: null })
  })

  it('of too few comparable numbers has none, and nothing to lead to', () => {
    open(year(2024, 7))
    expect(card().queryByRole('button', { name: /^(?!.*chi tiết).*91/ })).toBeNull()
    expect(card().queryByText(words.compare.openDomain('Nguồn tin'))).toBeNull()
  })

  it('has its coverage after the number; under 60 % of all days before it (rule 10)', () => {
    const short = (all: Figure[], from: number) =>
      all.map((one, at) => {
        const comparisonKey = `${tips?.code}|total|${tips?.unit}|P:2024-01-01/2024-11-30`
        return at < from ? { ...one, days: 366, daysOf: 366 } : { ...one, days: 335, daysOf: 366, comparisonKey }
      })
    const order = () => {
      const text = screen.getAllByRole('listitem').find((item) => item.dataset.domain === 'tips')?.textContent ?? ''
      return { text, isFirst: text.indexOf(words.headline.coverage(8, 10, 2)) < text.search(/108/) }
    }
    const enough = open(short(year(2024, 10), 8))
    expect(order().text).toContain('8 có số, 2 chưa đủ ngày')
    expect(order().isFirst).toBe(false)
    enough.unmount()
    open(short(year(2024, 10), 2))
    const card = screen.getAllByRole('listitem').find((item) => item.dataset.domain === 'tips')
    const text = card?.textContent ?? ''
    expect(text).toContain(words.headline.coverage(2, 10, 8))
    expect(text.indexOf(words.headline.coverage(2, 10, 8))).toBeLessThan(text.indexOf('124'))
  })

  it('says once of how many places its kinds are, where that is the same of all', () => {
    open([...kind('gun', 9), ...kind('bomb', 9)])
    const weapons = card('surrenders')
    expect(weapons.getByText('Súng')).toBeInTheDocument()
    expect(weapons.getAllByText(/9\/10 địa phương/).map((one) => one.textContent)).toEqual([
      'Mỗi số cộng 9/10 địa phương',
      expect.stringContaining('Đã có số liệu: 9/10 địa phương'),
    ])
  })

  it('says of how many places a change is, where its number is of more', () => {
    const all = open(year(2024, 10), year(2023, 9, 2), 'yoy')
    expect(card().getByText('(9/10 địa phương)')).toBeInTheDocument()
    all.unmount()
    open(year(2024, 10), year(2023, 10, 2), 'yoy')
    expect(card().queryByText('(10/10 địa phương)')).toBeNull()
    expect(card().getAllByText(/-50%|−50%/).length).toBeGreaterThan(0)
  })

  it('says of how many places a change is by some of their old units only, though it is of as many as its number', () => {
    open(year(2024, 10), year(2023, 10, 2), 'yoy', 3)
    expect(card().getByText('(7/10 địa phương và một phần của 3)')).toBeInTheDocument()
  })

  it('says of a kind whose numbers make no sum that they are not added, and why', () => {
    const bounds = [{ low: true }, { high: true }, {}]
    open([...kind('gun', 9), ...kind('bomb', 9).map((one, at) => ({ ...one, ...bounds[at % 3] }))])
    expect(card('surrenders').getByText('9 số, không cộng (có số “trên”, có số “không quá”)')).toBeInTheDocument()
  })

  it('says it of each kind where they differ', () => {
    open([...kind('gun', 9), ...kind('bomb', 8)])
    const weapons = card('surrenders')
    expect(weapons.getByText('(cộng 9/10 địa phương)')).toBeInTheDocument()
    expect(weapons.getByText('(cộng 8/10 địa phương)')).toBeInTheDocument()
    expect(weapons.queryByText(/Mỗi số/)).toBeNull()
  })

  it('stands beside those of all four, with their coverage', () => {
    open(year(2024, 10))
    const cards = screen.getAllByRole('listitem').filter((item) => item.dataset.domain)
    expect(cards.map((item) => item.dataset.domain)).toEqual(['tips', 'models', 'surrenders', 'charity'])
    expect(card().getByText(words.headline.coverage(10, 10, 0), { exact: false })).toBeInTheDocument()
  })
})
