import { useMemo } from 'react'
import { spokenOf } from '../../charts/words/spoken-of.ts'
import { spokenStates, subjectOf } from '../../charts/words/spoken-subject.ts'
import type { CoveredSpan } from '../../model/rules/covered-spans.ts'
import { choiceOfDays } from '../../model/time-choice.ts'
import type { View } from '../../model/view.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import { useAnswer } from '../answer/use-answer.ts'
import { focusFinding } from '../page/focus-finding.ts'
import styles from './stretch-offer.module.css'

interface StretchOfferProps {
  /** Of the view that was answered. */
  readonly room: Room
  readonly stretch: CoveredSpan
}

/** Where a finding is of fewer days than were asked for, and others have more of them: the way to just these days. */
export function StretchOffer({ room, stretch }: StretchOfferProps) {
  const { view, dataset } = room
  const asked = useMemo((): View | null => {
    const time = choiceOfDays(stretch, dataset.calendar)
    return time && { ...view, time }
  }, [stretch, view, dataset])
  return asked && <Offer room={room} asked={asked} />
}

/** With the count as soon as it is known: what answers it answers the press too. */
function Offer({ room, asked }: { readonly room: Room; readonly asked: View }) {
  const { workspace, dataset, words, language, setView } = room
  const { answered } = useAnswer(workspace, dataset, asked)
  // The answer before it is of other days.
  const isAnswer = answered?.view === asked
  const states = useMemo(() => {
    const input = answered && isAnswer ? { ...spokenOf(answered), words, language } : null
    return input ? spokenStates(subjectOf(input), input).map(({ state }) => state) : []
  }, [answered, isAnswer, words, language])
  const n = states.filter((state) => state === 'value' || state === 'zero').length
  return (
    <button
      type="button"
      className={styles.offer}
      onClick={() => {
        setView({ time: asked.time })
        focusFinding()
      }}
    >
      {words.headline.seeStretch(timeLabel({ ...room, view: asked }))}
      {states.length > 0 && words.headline.inStretch(n, states.length)}
    </button>
  )
}
