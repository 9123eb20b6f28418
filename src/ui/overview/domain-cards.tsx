import { useMemo } from 'react'
import { domainCards } from '../../charts/parts/domain-cards.ts'
import { coverageFirst } from '../../model/rules/coverage.ts'
import type { Room } from '../answer/room.ts'
import type { Answered } from '../answer/use-answer.ts'
import { CoverageStrip } from '../chart/coverage-strip.tsx'
import { FigureButton } from '../chart/figure-button.tsx'
import { focusFinding } from '../page/focus-finding.ts'
import styles from './domain-cards.module.css'

/** The four domains of the whole country at a glance; each leads to its own pictures. */
export function DomainCards({ room, answered }: { readonly room: Room; readonly answered: Answered }) {
  const { words, language, setView } = room
  const cards = useMemo(() => domainCards({ ...answered, words, language }), [answered, words, language])
  const kind = answered.view.comparison
  return (
    <ul className={styles.cards} aria-label={words.compare.cards}>
      {cards.map((card) => (
        <li key={card.domain} className={styles.card} data-domain={card.domain}>
          <h2 className={styles.title}>{card.label}</h2>
          {/* Rule 10: where few have a number of all days, how many they are is read before it. */}
          {coverageFirst(card.coverage.coverage) && <CoverageStrip {...card.coverage} words={words} room={room} />}
          {card.eachOf !== null && (
            <p className={styles.note}>
              <strong>{words.compare.eachOfPlaces(card.eachOf, card.coverage.states.length)}</strong>
            </p>
          )}
          {card.lines.map((line) => (
            <div key={line.label} className={card.lines.length === 1 ? styles.only : styles.line}>
              <p className={styles.what}>
                {line.label}
                {line.total && card.eachOf === null && line.n < card.coverage.states.length && (
                  <>
                    {' '}
                    <strong>{words.compare.ofPlaces(line.n, card.coverage.states.length)}</strong>
                  </>
                )}
              </p>
              <p className={styles.number}>
                {line.total ? (
                  <FigureButton
                    room={room}
                    figure={line.total}
                    text={line.text}
                    {...(card.lines.length === 1 ? { size: 'large' } : {})}
                  />
                ) : (
                  <span className={styles.note}>{line.text}</span>
                )}
                {line.change && (
                  <span className={styles.change}>
                    {' '}
                    <FigureButton room={room} figure={line.change} text={line.changeText} />
                    {line.changeOf !== null && (
                      <span className={styles.note}>
                        {' '}
                        {words.compare.changeOfPlaces(line.changeOf.whole, card.coverage.states.length, line.changeOf.partly)}
                      </span>
                    )}
                  </span>
                )}
              </p>
            </div>
          ))}
          {card.more > 0 && <p className={styles.note}>{words.chart.seeAllKinds(card.lines.length + card.more)}</p>}
          <p className={styles.foot}>
            {[
              card.time,
              (kind === 'yoy' || kind === 'prev') && card.lines.some(({ change }) => change)
                ? words.compare.changeNote[kind]
                : '',
            ]
              .filter(Boolean)
              .join('; ')}
          </p>
          {!coverageFirst(card.coverage.coverage) && <CoverageStrip {...card.coverage} words={words} room={room} />}
          {card.indicator && (
            <button
              type="button"
              className={styles.open}
              onClick={() => {
                setView({ indicators: [card.indicator as string], charts: [], filters: {}, sort: null })
                focusFinding()
              }}
            >
              {words.compare.openDomain(card.label)}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
