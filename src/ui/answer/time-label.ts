import { printDay, printSpan } from '../../locale/print-period.ts'
import { writeTime } from '../../model/time-choice.ts'
import { windowOf } from '../../query/view-query.ts'
import type { Room } from './room.ts'

/** The time of a view in words: `Năm 2024`, `tháng 5/2024`, `Từ 01/4/2024`. */
export function timeLabel({ view, dataset, words, language }: Pick<Room, 'view' | 'dataset' | 'words' | 'language'>): string {
  if (view.time.kind === 'report') return words.chrome.latest
  const written = writeTime(view.time)
  if (/^[0-9]{4}$/.test(written)) return words.chrome.year(Number(written))
  const window = windowOf(view, dataset)
  if (!window || (window.from === null && window.to === null)) return words.period.all
  if (window.from === null || window.to === null) {
    return window.from === null
      ? words.period.upTo(printDay(window.to ?? '', language))
      : words.period.since(printDay(window.from, language))
  }
  return printSpan(window.from, window.to, words.figure, language, dataset.calendar)
}
