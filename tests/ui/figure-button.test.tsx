import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FigureButton } from '../../src/ui/chart/figure-button.tsx'
import { renderRoom } from '../support/room.tsx'
import { figureOf } from '../support/small-dataset.ts'

const figure = figureOf('tips', '36', { terms: [3, 7] })

describe('a figure that can be questioned', () => {
  // Whoever says what is on the button to a speech program must hit it.
  it.each(['vi', 'en'] as const)('has a name that begins with its text (%s)', (language) => {
    renderRoom((room) => <FigureButton room={room} figure={figure} text="trên 8.968 nguồn tin" />, { view: { language } })
    const button = screen.getByRole('button')
    expect(button).toHaveTextContent(/^trên 8\.968 nguồn tin$/)
    expect(button.getAttribute('aria-label')).toMatch(/^trên 8\.968 nguồn tin.+/)
  })

  it('asks for its grounds by mouse and by keyboard, with the view that it was shown under', async () => {
    const view = { indicators: ['tips'] }
    const { user, asked } = renderRoom((room) => <FigureButton room={room} figure={figure} text="8.968" />, { view })
    await user.click(screen.getByRole('button'))
    await user.keyboard('{Enter}')
    expect(asked.map((one) => [one.figure, one.view.indicators])).toEqual([
      [figure, ['tips']],
      [figure, ['tips']],
    ])
  })

  it('names the rows that it is made of', () => {
    renderRoom((room) => <FigureButton room={room} figure={figure} text="8.968" />)
    expect(screen.getByRole('button')).toHaveAttribute('data-figure', '3-7')
  })
})
