import { useMemo } from 'react'
import type { Stretch } from '../../charts/words/opening-of.ts'
import { spokenOf } from '../../charts/words/spoken-of.ts'
import { spokenStates, subjectOf } from '../../charts/words/spoken-subject.ts'
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
  readonly stretch: Stretch
}

/** Where a finding is of fewer days than were asked for: the way to just these days, if more places have a number of them. */
export function StretchOffer({ room, stretch }: StretchOfferProps) {
  const { view, dataset } = room
  const asked = useMemo((): View | null => {
    const time = choiceOfDays(stretch, dataset.calendar)
    return time && { ...view, time }
  }, [stretch, view, dataset])
  return asked && <Offer room={room} asked={asked} places={stretch.places} />
}

interface OfferProps {
  readonly room: Room
  readonly asked: View
  /** Of how many places the finding is now. */
  readonly places: number
}

function Offer({ room, asked, places }: OfferProps) {
  const { workspace, dataset, words, language, setView } = room
  const { answered } = useAnswer(workspace, dataset, asked)
  // The answer before it is of other days.
  const isAnswer = answered?.view === asked
  const states = useMemo(() => {
    const input = answered && isAnswer ? { ...spokenOf(answered), words, language } : null
    return input ? spokenStates(subjectOf(input), input).map(({ state }) => state) : []
  }, [answered, isAnswer, words, language])
  const n = states.filter((state) => state === 'value' || state === 'zero').length
  if (n <= places) return null
  return (
    <button
      type="button"
      className={styles.offer}
      onClick={() => {
        setView({ time: asked.time })
        focusFinding()
      }}
    >
      {words.headline.seeStretch(timeLabel({ ...room, view: asked }), n, states.length)}
    </button>
  )
}
