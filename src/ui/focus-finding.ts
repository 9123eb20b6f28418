/** From a control that leaves with what it changes: the focus waits where that will be said. */
export function focusFinding(): void {
  document.querySelector<HTMLElement>('#main h1')?.focus()
}
