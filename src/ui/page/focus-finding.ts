/** From a control that leaves with what it changes: the focus waits where that will be said. */
export function focusFinding(): void {
  const heading = document.querySelector<HTMLElement>('#main h1')
  if (!heading) return
  // Not every screen has a heading that takes the focus by itself.
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus()
}

/** From a control that leads to another screen and leaves with its own: the focus waits on the name of the new one. */
export function focusTab(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('nav [aria-current="page"]')?.focus())
}
