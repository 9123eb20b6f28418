import { fireEvent, render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { describe, expect, it } from 'vitest'
import type { ShortcutAction } from '../../src/ui/page/shortcuts.ts'
import { useShortcuts } from '../../src/ui/page/use-shortcuts.ts'

function Bound({ embedded, run }: { readonly embedded: boolean; run(action: ShortcutAction): void }) {
  const content = useRef<HTMLDivElement>(null)
  useShortcuts({ content, embedded, run })
  return (
    <div ref={content}>
      <button type="button">button</button>
      <input aria-label="field" />
      <button type="button" role="combobox" aria-expanded="false" aria-controls="none">
        list
      </button>
      <div role="dialog" aria-label="panel">
        <button type="button">inside</button>
      </div>
    </div>
  )
}

function open(embedded = false) {
  const done: ShortcutAction[] = []
  const { unmount } = render(<Bound embedded={embedded} run={(action) => done.push(action)} />)
  const press = (target: Element, key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(target, { key, ...more })
  return { done, press, unmount, body: document.body, button: screen.getByRole('button', { name: 'button' }) }
}

describe('the keys of the page', () => {
  it('each do one thing, wherever the focus is on the page', () => {
    const { done, press, body, button } = open()
    press(body, '?', { shiftKey: true })
    press(body, '?')
    press(button, '/')
    for (const key of ['1', '2', '3', '4', '5', '6']) press(button, key)
    expect(done).toEqual(['help', 'help', 'search', 'overview', 'compare', 'place', 'rows', 'quality'])
  })

  it('are told by the place of a figure where the layout has letters there', () => {
    const { done, press, body } = open()
    press(body, 'ă', { code: 'Digit1' })
    expect(done).toEqual(['overview'])
  })

  it('leave the browser nothing to do', () => {
    const { press, body } = open()
    expect(press(body, '/')).toBe(false)
    expect(press(body, 'a')).toBe(true)
  })

  it('are nothing with a modifier, held down, or while a word is composed', () => {
    const { done, press, body } = open()
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }, { isComposing: true }])
      press(body, '1', more)
    expect(done).toEqual([])
  })

  it('belong to a field, to what is open above the page, and figures to a closed list', () => {
    const { done, press } = open()
    for (const target of [screen.getByRole('textbox'), screen.getByRole('button', { name: 'inside' })])
      for (const key of ['?', '/', '1']) press(target, key)
    press(screen.getByRole('combobox'), '2')
    expect(done).toEqual([])
    press(screen.getByRole('combobox'), '/')
    expect(done).toEqual(['search'])
  })

  it('in a frame count only while something in it has the focus, and open no other screen', () => {
    const { done, press, body, button } = open(true)
    press(body, '?')
    press(button, '1')
    expect(done).toEqual([])
    press(button, '?')
    press(button, '/')
    expect(done).toEqual(['help', 'search'])
  })

  it('are let go with the page', () => {
    const { done, press, body, unmount } = open()
    unmount()
    press(body, '?')
    expect(done).toEqual([])
  })
})
