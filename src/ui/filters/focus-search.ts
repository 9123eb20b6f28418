/** Leads to the search of the screen in view; without one, opens the control of places, unfolded first where a phone folds it. */
export function focusSearch(content: HTMLElement): void {
  const field = [...content.querySelectorAll<HTMLElement>('main input[type="search"]')].find(isShown)
  if (field) {
    field.focus()
    field.scrollIntoView({ block: 'center' })
    return
  }
  const place = content.querySelector<HTMLElement>('[data-place-search] button')
  if (!place) return
  if (!isShown(place)) place.closest('section')?.querySelector<HTMLElement>('button[aria-expanded="false"]')?.click()
  // The control is there once the page was drawn anew.
  requestAnimationFrame(() => {
    place.focus()
    place.click()
  })
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}
