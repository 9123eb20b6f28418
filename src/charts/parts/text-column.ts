import { type Graphic, hitArea, LINE, textAt } from './graphics.ts'
import { linesOf } from './text-width.ts'

/** What a line of text is picked by, and what is said when the pointer rests on it. */
interface Picked {
  readonly name: string
  readonly tip: string
}

/** A column of a picture that grows downwards: lines of 12 px, and whatever else is put between them. */
export interface TextColumn {
  readonly graphics: readonly Graphic[]
  /** Where the next thing begins. */
  bottom(): number
  write(text: string, colour: string, picked?: Picked): void
  put(graphics: readonly Graphic[], height: number): void
}

export function textColumn(x: number, top: number, width: number): TextColumn {
  const graphics: Graphic[] = []
  let y = top
  return {
    graphics,
    bottom: () => y,
    write: (text, colour, picked) => {
      for (const line of linesOf(text, width, 12)) {
        graphics.push(textAt(x, y + LINE / 2, line, { colour }))
        if (picked) graphics.push(hitArea(x, y, width, LINE, { ...picked, z: 5 }))
        y += LINE
      }
    },
    put: (more, height) => {
      graphics.push(...more)
      y += height
    },
  }
}
