import { screen } from '@testing-library/react'
import { act } from 'react'
import { expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import { compareFigures } from '../../src/model/rules/comparability.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { OutlierList } from '../../src/ui/overview/outlier-list.tsx'
import { figure } from '../support/figure.ts'
import { renderRoom } from '../support/room.tsx'
import { answerOf, smallDataset } from '../support/small-dataset.ts'

const codes = ['36', '48', '84', '01', '10', '11', '12', '14', '15', '17', '19', '20']
const rates = codes.map((code, at) =>
  figure({
    territory: { set: '63', code },
    indicator: 'share',
    unit: 'percent',
    basis: 'ratio',
    value: at === 3 ? 95 : 10 + (at % 4),
    terms: [at],
    comparisonKey: 'share|total|percent|W:2024',
  }),
)

it('folds its rule behind a press that says of how many places it is; on paper it stands open', () => {
  const view = { ...EMPTY_VIEW, dataset: 'small', units: '63' as const, indicators: ['share'], normalisation: 'per100k' as const }
  const read = readAnswer(answerOf(rates), smallDataset, view)
  const answer = { ...read, figures: rates, comparability: compareFigures(rates, () => false) }
  const { container } = renderRoom((room) => <OutlierList room={room} answered={{ answer, view, dataset: smallDataset }} />)
  const fold = container.querySelector('details')
  const { take } = wordsOf('vi')
  expect(screen.getByText(take.outlierRuleTitle(12))).toBeVisible()
  expect(fold?.open).toBe(false)
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect(fold?.open).toBe(true)
  expect(fold?.textContent).toContain(take.outlierRule(12))
  act(() => void window.dispatchEvent(new Event('afterprint')))
  expect(fold?.open).toBe(false)
})
