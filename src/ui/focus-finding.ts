/** From a control that leaves with what it changes: the focus waits where that will be said. */
export function focusFinding(): void {
  document.querySelector<HTMLElement>('#main h1')?.focus()
}

/** From a control that leads to another screen and leaves with its own: the focus waits on the name of the new one. */
export function focusTab(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('nav [aria-current="page"]')?.focus())
}
