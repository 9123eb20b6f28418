import { useMemo } from 'react'
import { placeSections, usualTime } from '../../charts/parts/place-sections.ts'
import { reporterName } from '../../charts/parts/reporters.ts'
import { placeSentence } from '../../charts/words/place-sentence.ts'
import { listedReporters } from '../../model/rules/listed-reporters.ts'
import { type TerritoryRef, territoryKey } from '../../model/territory.ts'
import { readTerritoryCode, writeTerritoryCode } from '../../model/territory-code.ts'
import { homeOn, placeOf, placeStatements, placeView } from '../../query/place-query.ts'
import { identityKey } from '../answer/identity-key.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import { type Answered, useAnswer } from '../answer/use-answer.ts'
import type { Home } from '../answer/use-home.ts'
import { SourceLine } from '../chart/source-line.tsx'
import { HomeChoice } from '../filters/home-choice.tsx'
import { onlyPlaces } from '../filters/place-choices.ts'
import { SearchChoice } from '../filters/search-choice.tsx'
import { Headline } from '../overview/headline.tsx'
import { FailurePanel } from '../page/failure-panel.tsx'
import { LowerUnitsSection } from './lower-units-section.tsx'
import { ModelDirectory } from './model-directory.tsx'
import styles from './place-screen.module.css'
import { hasComparison, PlaceTable } from './place-table.tsx'

/** One place with all its indicators and named models; without a place, a way to choose one above the models of the country. */
export function PlaceScreen({ room, home }: { readonly room: Room; readonly home: Home }) {
  const { view, dataset, words } = room
  const place = placeOf(view, dataset, home.key)
  const homeHere = homeOn(view, dataset, home.key)
  const isKnown = place !== null && listedReporters(dataset, view.units).includes(territoryKey(place))
  return (
    <div className={styles.screen}>
      {place === null && (
        <header className={styles.head}>
          <h1>{words.place.choose}</h1>
          <p>{words.place.chooseText}</p>
        </header>
      )}
      <div className={styles.which}>
        <PlacePicker room={room} place={place} />
        {place !== null && isKnown && (
          <HomeChoice words={words} home={home} shown={territoryKey(place)} homeHere={homeHere && territoryKey(homeHere)} />
        )}
      </div>
      {place !== null && isKnown && <OnePlace room={room} place={place} />}
      {place !== null && !isKnown && (
        <h1 className={styles.noSource}>{words.place.noSource(reporterName(dataset, territoryKey(place), room.language))}</h1>
      )}
      <ModelDirectory key={place === null ? '' : territoryKey(place)} room={room} place={place} />
    </div>
  )
}

function PlacePicker({ room, place }: { readonly room: Room; readonly place: TerritoryRef | null }) {
  const { words, view, dataset, language, setView } = room
  return (
    <div className={styles.picker}>
      <SearchChoice
        label={words.place.place}
        shown={place === null ? words.place.none : reporterName(dataset, territoryKey(place), language)}
        searchLabel={words.chrome.searchPlace}
        emptyText={words.chrome.noPlace}
        groups={onlyPlaces(room)}
        chosen={place === null ? [] : [writeTerritoryCode(place, view.units) ?? '']}
        multiple={false}
        onChoose={([focus = null]) => setView({ focus })}
      />
    </div>
  )
}

function OnePlace({ room, place }: { readonly room: Room; readonly place: TerritoryRef }) {
  const { view, dataset, workspace, words } = room
  const asked = useMemo(() => placeView(view, dataset, place), [view, dataset, place])
  const { answered, waiting, error, retry } = useAnswer(workspace, dataset, asked, placeStatements(asked, dataset, place))
  return (
    <div className={styles.place} aria-busy={waiting} data-waiting={waiting} data-empty={!answered}>
      {Boolean(error) && <FailurePanel error={error} words={words} keeps={answered !== undefined} onRetry={retry} />}
      {!answered && waiting && <p role="status">{words.chrome.asking}</p>}
      {answered && <Told room={room} answered={answered} />}
    </div>
  )
}

/** Said of the place that was asked about, which while another is computed is not the one chosen last. */
function Told({ room, answered }: { readonly room: Room; readonly answered: Answered }) {
  const { words, language } = room
  const shown = useMemo((): Room => ({ ...room, view: answered.view, dataset: answered.dataset }), [room, answered])
  const told = useMemo(() => {
    const place = readTerritoryCode(answered.view.focus ?? '', answered.view.units)
    if (!place) return null
    const input = { ...answered, words, language, place }
    const isLatest = answered.view.time.kind === 'report'
    const time = isLatest ? words.place.latest : usualTime(input) || timeLabel(input)
    const sections = placeSections(input)
    return { input, sections, sentence: placeSentence(sections, time, input) }
  }, [answered, words, language])
  if (!told) return null
  const { input, sections, sentence } = told
  const isCompared = sections.some(({ rows }) => rows.some(({ lines }) => lines.some(hasComparison)))
  const full = sections.filter(({ rows }) => rows.length > 0)
  const silent = sections.filter(({ rows }) => rows.length === 0)
  const figures = sections.flatMap(({ rows }) =>
    rows.flatMap((row) => [...row.lines, ...row.otherTime].map(({ figure }) => figure)),
  )
  return (
    <>
      <Headline room={shown} sentence={sentence} />
      <div key={identityKey(answered.answer)} className={styles.sections} data-compared={isCompared}>
        {full.map((section) => (
          <PlaceTable key={section.domain} room={shown} section={section} all={sections} input={input} />
        ))}
      </div>
      {silent.length > 0 && <p className={styles.silent}>{words.place.silentDomains(silent.map(({ label }) => label))}</p>}
      <LowerUnitsSection key={`units ${identityKey(answered.answer)}`} room={shown} sections={sections} input={input} />
      <SourceLine key={`sources ${identityKey(answered.answer)}`} room={shown} figures={figures} />
    </>
  )
}
