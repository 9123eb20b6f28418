import { type ReactNode, useState } from 'react'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { headlineSentence } from '../../src/charts/words/headline-sentence.ts'
import { Failure } from '../../src/model/failure.ts'
import type { State } from '../../src/model/figure.ts'
import { notice } from '../../src/model/notice.ts'
import { coverageOf } from '../../src/model/rules/coverage.ts'
import type { View } from '../../src/model/view.ts'
import { CoverageStrip } from '../../src/ui/chart/coverage-strip.tsx'
import { FigureButton } from '../../src/ui/chart/figure-button.tsx'
import { FilterBar } from '../../src/ui/filters/filter-bar.tsx'
import { DomainCards } from '../../src/ui/overview/domain-cards.tsx'
import { Headline } from '../../src/ui/overview/headline.tsx'
import { FailurePanel } from '../../src/ui/page/failure-panel.tsx'
import { HelpDialog } from '../../src/ui/page/help-dialog.tsx'
import { NoticeStrip } from '../../src/ui/page/notice-strip.tsx'
import { OpeningStrip } from '../../src/ui/page/opening-strip.tsx'
import { TabBar } from '../../src/ui/page/tab-bar.tsx'
import { TakeAlong } from '../../src/ui/take/take-along.tsx'
import { BAR_STATES, inputOf } from '../support/hand-made.ts'
import styles from './style-page.module.css'
import { styleRoom } from './style-room.ts'

const STATES: readonly State[] = [
  ...(['value', 'zero', 'part_of_time', 'in_words', 'only_parts', 'other_time', 'not_mentioned', 'not_received'] as const),
  ...(['suppressed', 'not_applicable', 'refused', 'not_normalised'] as const),
]

/** Controls, strips, notices, screens and what is taken along, each with the states that it may have. */
export function ComponentStates({ look }: { readonly look: Pick<PictureInput, 'language' | 'words' | 'width' | 'dark'> }) {
  const { words, language } = look
  const input = inputOf(BAR_STATES, look)
  const [change, setChange] = useState<Partial<View>>({ territories: ['01', '79'] })
  const [helps, setHelps] = useState(false)
  const view = { ...input.view, ...change }
  const room = styleRoom({ ...input, view }, (more) => setChange({ ...change, ...more }))
  const states = STATES.map((state, at) => ({ key: `63:${10 + at}` as const, name: words.figure.state[state], state }))
  const answered = { answer: input.answer, view: input.view, dataset: input.dataset }
  const nothing = () => {}
  return (
    <>
      <Part name="Tabs, filters, chips">
        <TabBar room={room} />
        <FilterBar room={room} datasetPicker={null} onReset={() => setChange({})} />
      </Part>
      <Part name="Headline, figures, what is taken along">
        <Headline room={room} sentence={headlineSentence(input)} />
        <div className={styles.row}>
          {BAR_STATES.slice(0, 3).map((figure) => (
            <FigureButton key={figure.territory.code} room={room} figure={figure} text={String(figure.value)} />
          ))}
          <FigureButton
            room={room}
            figure={{ ...(BAR_STATES[0] as (typeof BAR_STATES)[number]), needsVerification: true }}
            text={words.figure.needsVerification}
            size="large"
          />
        </div>
        <TakeAlong room={room} answered={answered} sentence={headlineSentence(input)} />
      </Part>
      <Part name="Cards">
        <DomainCards room={room} answered={answered} />
      </Part>
      <Part name="Coverage">
        <CoverageStrip coverage={coverageOf(STATES)} states={states} words={words} />
        <CoverageStrip coverage={coverageOf(['value', 'value'])} states={states.slice(0, 1)} words={words} />
      </Part>
      <Part name="Notices">
        <NoticeStrip
          words={words}
          onDismiss={nothing}
          notices={[notice('p', 'nowhere', 'unknown'), notice('t', '20244', 'malformed'), notice('v', '99', 'newer-version')]}
        />
      </Part>
      <Part name="Opening">
        <OpeningStrip title="…" words={words} onCancel={nothing} />
      </Part>
      <Part name="Failures">
        <FailurePanel error={new Failure('engine-stopped')} words={words} keeps onRetry={nothing} onClose={nothing} />
        <FailurePanel error={new Failure('http-unreachable', { file: 'observations.csv' })} words={words} keeps={false} />
        <FailurePanel error={new Error('unforeseen')} words={words} keeps={false} onRetry={nothing} />
      </Part>
      <Part name="Dialog">
        <button type="button" onClick={() => setHelps(true)}>
          {words.help.title}
        </button>
        <HelpDialog words={words} language={language} embedded={false} open={helps} onClose={() => setHelps(false)} />
      </Part>
    </>
  )
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}
