import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { CompareChoices } from '../../src/ui/filters/compare-choices.tsx'
import { layOut, renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'

beforeAll(() => layOut())

const { compare } = wordsOf('vi')
const target = { territory: { set: '63', code: '36' }, indicator: 'tips', start: '2024-01-01', end: '2024-12-31' } as const
const rich: Dataset = {
  ...smallDataset,
  targets: [{ ...target, value: 10, unit: 'tip' }],
  groups: [{ id: 'cum-a', label: { vi: 'Cụm', en: 'Group' }, members: ['63:36'] }],
}
const labels = (group: string) =>
  within(screen.getByRole('group', { name: group }))
    .getAllByRole<HTMLInputElement>('radio')
    .map((radio) => `${radio.checked ? '* ' : ''}${radio.labels?.[0]?.textContent}`)

describe('what numbers are divided by', () => {
  it('is one of four, and is written to the view', async () => {
    const { user, view } = renderRoom((room) => <CompareChoices room={room} />)
    const { abs, per100k, commune, year } = compare.normalisations
    expect(labels(compare.normalisation)).toEqual([`* ${abs}`, per100k, commune, year])
    await user.click(screen.getByRole('radio', { name: per100k }))
    expect(view().normalisation).toBe('per100k')
    expect(labels(compare.normalisation)).toEqual([abs, `* ${per100k}`, commune, year])
  })
})

describe('what they are compared with', () => {
  const { none, yoy, prev, peers, target: ofTarget } = compare.comparisons

  it('offers targets and peers only where the dataset has them', () => {
    renderRoom((room) => <CompareChoices room={room} />, { dataset: { ...smallDataset, groups: [], targets: [] } })
    expect(labels(compare.comparison)).toEqual([`* ${none}`, yoy, prev])
  })

  it('offers all five where it has both', async () => {
    const { user, view } = renderRoom((room) => <CompareChoices room={room} />, { dataset: rich })
    expect(labels(compare.comparison)).toEqual([`* ${none}`, yoy, prev, peers, ofTarget])
    await user.click(screen.getByRole('radio', { name: ofTarget }))
    expect(view().comparison).toBe('target')
  })

  it('keeps what a link has chosen, though there is none of it', () => {
    const dataset = { ...smallDataset, groups: [], targets: [] }
    renderRoom((room) => <CompareChoices room={room} />, { dataset, view: { comparison: 'peers' } })
    expect(labels(compare.comparison)).toEqual([none, yoy, prev, `* ${peers}`])
  })

  it('leaves what numbers are divided by as it is', async () => {
    const { user, view } = renderRoom((room) => <CompareChoices room={room} />, { view: { normalisation: 'year' } })
    await user.click(screen.getByRole('radio', { name: yoy }))
    expect([view().normalisation, view().comparison]).toEqual(['year', 'yoy'])
  })
})
