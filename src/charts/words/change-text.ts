import { printFigure } from '../../locale/print-figure.ts'
import { printTimes } from '../../locale/print-times.ts'
import type { Figure } from '../../model/figure.ts'
import type { Change } from '../../model/rules/change.ts'
import type { PictureInput } from '../parts/picture-input.ts'

type Input = Pick<PictureInput, 'answer' | 'dataset' | 'words' | 'language'>

/** How a figure stands to what the view compares with, in a few words: `+12,3%`, `98,5% chỉ tiêu`, why not; empty for nothing. */
export function changeText(figure: Figure, { answer, dataset, words, language }: Input): string {
  const { compared } = answer
  if (!compared || compared.refused) return ''
  const print = (one: Figure) => printFigure(one, dataset, words.figure, language).full
  const against = compared.targets.get(figure)
  if (against) return words.compare.ofTarget(print(against.share))
  const change = compared.changes.get(figure)
  if (compared.kind === 'target') return words.compare.noTarget
  if (!change) return compared.kind === 'peers' ? words.compare.noPeers : ''
  if (change.refused === 'other_date') {
    const [now = '', base = ''] = timesOf(change, { dataset, words, language })
    return words.compare.otherDate(now, base)
  }
  if (change.refused === 'partial_base') return words.compare.partialBase(compared.kind)
  if (change.refused === 'zero_base') return words.compare.zeroBase(compared.kind)
  if (change.refused === 'no_base') return words.compare.noBase(compared.kind)
  if (change.refused) return words.compare.refused[change.refused]
  const among = compared.peers.get(figure)
  const { place: placeWords, placeTied } = words.compare
  const place = among ? (among.tied ? placeTied(among.of) : placeWords(among.place, among.of)) : ''
  const shown = change.percent ?? change.step
  return [shown ? print(shown) : words.compare.refused.one_sided, place].filter(Boolean).join(', ')
}

/** Of what times the two figures of a change are. */
export function timesOf({ now, base }: Change, { dataset, words, language }: Omit<Input, 'answer'>): string[] {
  return [now, base].map((figure) => (figure ? printTimes([figure], dataset, words.figure, language) : ''))
}
