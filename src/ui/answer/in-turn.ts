const waiting: (() => void)[] = []
let isRunning = false

/**
 * Does work of the page after what stands in line before it, each in a task of its own: between two of them the page answers its
 * reader. Returns how to leave the line.
 */
export function inTurn(work: () => void): () => void {
  waiting.push(work)
  if (!isRunning) {
    isRunning = true
    setTimeout(runNext)
  }
  return () => {
    const at = waiting.indexOf(work)
    if (at >= 0) waiting.splice(at, 1)
  }
}

function runNext(): void {
  const work = waiting.shift()
  isRunning = waiting.length > 0
  // Before the work: should it throw, those behind it still have their turn.
  if (isRunning) setTimeout(runNext)
  work?.()
}
