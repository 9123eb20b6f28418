import { Dialog } from '@base-ui/react/dialog'
import { ArrowLeft, X } from 'lucide-react'
import { useState } from 'react'
import { printCounted } from '../../locale/print-counted.ts'
import { namesOf, printFigure } from '../../locale/print-figure.ts'
import { breakdownRule, indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { reasonFor, touchesWindow } from '../../model/rules/grounds.ts'
import { allDigits, hasAllDigits } from '../../model/rules/printing.ts'
import { territoryKey } from '../../model/territory.ts'
import { writeTerritoryCode } from '../../model/territory-code.ts'
import type { GroundsRow } from '../../query/grounds-query.ts'
import { windowOf } from '../../query/view-query.ts'
import type { Room } from '../answer/room.ts'
import { FailurePanel } from '../page/failure-panel.tsx'
import { ReportError } from '../page/report-error.tsx'
import { CitationButton } from './citation-button.tsx'
import { ComputedGrounds } from './computed-grounds.tsx'
import { DivisionLines } from './division-lines.tsx'
import styles from './grounds-panel.module.css'
import { GroundsRows } from './grounds-rows.tsx'
import { useGrounds } from './use-grounds.ts'

/**
 * "Số này từ đâu?": how a figure is made, from which rows, and which rows of the same place and indicator were left out and why. A
 * number of several figures shows these; each of them can be asked about in turn.
 */
export function GroundsPanel({
  room,
  figure,
  onClose,
}: {
  readonly room: Room
  readonly figure: Figure
  readonly onClose: () => void
}) {
  const { words } = room
  const [path, setPath] = useState<{ readonly asked: Figure; readonly within: readonly Figure[] }>({ asked: figure, within: [] })
  // Another figure was asked about from outside.
  const within = path.asked === figure ? path.within : []
  const shown = within.at(-1) ?? figure
  const inner: Room = { ...room, openGrounds: (part) => setPath({ asked: figure, within: [...within, part] }) }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop ?? ''} />
        <Dialog.Popup className={styles.panel ?? ''}>
          <div className={styles.top}>
            {within.length > 0 && (
              <button
                type="button"
                className={styles.back}
                aria-label={words.grounds.back}
                onClick={() => setPath({ asked: figure, within: within.slice(0, -1) })}
              >
                <ArrowLeft size={20} aria-hidden="true" />
              </button>
            )}
            <Dialog.Title className={styles.title ?? ''}>{words.grounds.title}</Dialog.Title>
            <Dialog.Close className={styles.close ?? ''} aria-label={words.grounds.close}>
              <X size={20} aria-hidden="true" />
            </Dialog.Close>
          </div>
          {shown.computed ? (
            <ComputedGrounds room={inner} figure={shown} />
          ) : (
            <Content key={shown.comparisonKey + shown.terms.join()} room={room} figure={shown} onClose={onClose} />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface ContentProps {
  readonly room: Room
  readonly figure: Figure
  onClose(): void
}

function Content({ room, figure: asked, onClose }: ContentProps) {
  const { dataset, words, language, workspace, view } = room
  // Rows make the number that was divided.
  const figure = asked.normalised?.plain ?? asked.notNormalised?.plain ?? asked
  const grounds = useGrounds(workspace, dataset, figure, view.units)
  const text = printFigure(asked, dataset, words.figure, language)
  const indicator = indicatorOf(dataset, figure.indicator)
  const place = dataset.territories.get(territoryKey(figure.territory))?.name[language] ?? figure.territory.code
  const ruleOf = (key: string) => breakdownRule(dataset, figure.indicator, key)
  const context = { figure, window: figure.window ?? windowOf(view, dataset), filter: view.filters, ruleOf }
  const rows = (grounds.data ?? []).map((row) => ({ row, reason: reasonFor(row, context) }))
  // The province's own rows first, then what units add to it.
  const terms = rows
    .filter(({ reason }) => reason === null)
    .map(({ row }) => row)
    .sort((a, b) => Number(a.scope.vi !== '') - Number(b.scope.vi !== '') || a.row - b.row)
  // The counts of a ratio come with it; rows of them that are no term say nothing about the ratio.
  const others = rows.filter(({ row, reason }) => reason !== null && row.indicator === figure.indicator)
  // What tells of the same time comes before years of other times, which another reason may keep out first.
  const isElsewhere = ({ row, reason }: (typeof others)[number]) =>
    context.window === null ? reason === 'older' : !touchesWindow(row, context.window)
  const leftOut = [...others.filter((row) => !isElsewhere(row)), ...others.filter(isElsewhere)]
  return (
    <div className={styles.content}>
      <p className={styles.figure}>{text.full}</p>
      <Dialog.Description className={styles.what ?? ''}>
        {[place, text.indicator, text.kind, text.scope, text.time].filter(Boolean).join(' · ')}
      </Dialog.Description>
      {text.remarks.length > 0 && <p className={styles.remarks}>{text.remarks.join('; ')}</p>}
      {grounds.data && (
        <>
          <h3>{words.grounds.formula}</h3>
          <p className={styles.formula}>{formulaOf(figure, terms, room)}</p>
          <DivisionLines room={room} figure={asked} />
        </>
      )}
      <Caveats figure={figure} room={room} />
      {indicator && (
        <>
          <h3>{words.grounds.definition}</h3>
          <p>{indicator.definition[language]}</p>
        </>
      )}
      {grounds.isPending && <p role="status">{words.grounds.loading}</p>}
      {grounds.error && <FailurePanel error={grounds.error} words={words} keeps onRetry={() => void grounds.refetch()} />}
      {terms.length > 0 && <CitationButton room={room} figure={asked} terms={terms} />}
      {terms.length > 0 && (
        <button
          type="button"
          className={styles.toRows}
          onClick={() => {
            const code = writeTerritoryCode(figure.territory, view.units)
            room.setView({ tab: 'rows', indicators: [figure.indicator], ...(code ? { territories: [code] } : {}) })
            onClose()
          }}
        >
          {words.grounds.toRows}
        </button>
      )}
      {terms.length > 0 && (
        <>
          <h3>{words.grounds.terms}</h3>
          <GroundsRows room={room} rows={terms.map((row) => ({ row, reason: null }))} />
        </>
      )}
      {leftOut.length > 0 && (
        <>
          <h3>{words.grounds.leftOut}</h3>
          <GroundsRows room={room} rows={leftOut} />
        </>
      )}
      {!grounds.isPending && <ReportError room={room} figure={asked} />}
    </div>
  )
}

/** The terms with all their digits, and the result that they give. */
function formulaOf(figure: Figure, terms: readonly GroundsRow[], room: Room): string {
  const { words, language, dataset } = room
  const { grounds } = words
  const full = (value: number) => printCounted(value, figure.unit, room)
  if (figure.value === null) return terms.length > 1 ? grounds.notAdded : grounds.inWords
  if (figure.basis === 'ratio') {
    const ratio = indicatorOf(dataset, figure.indicator)
    const sum = (code: string | null | undefined) =>
      terms.filter((row) => row.indicator === code).reduce((all, row) => all + (row.value ?? 0), 0)
    const counts = [sum(ratio?.numerator), sum(ratio?.denominator)] as const
    const result = grounds.result(`${allDigits(figure.value, language)}%`, ![figure.value, ...counts].every(hasAllDigits))
    return grounds.ratio(allDigits(counts[0], language), allDigits(counts[1], language), result)
  }
  if (terms.length < 2 && !figure.shared) return `${grounds.single} ${grounds.allDigits}: ${full(figure.value)}`
  const shown = terms.map(({ row, value, printed }) => {
    const share = figure.shared?.find((one) => one.row === row)
    const digits = value === null ? `“${printed}”` : allDigits(value, language)
    return share ? grounds.shared(digits, share.days, share.of) : digits
  })
  const isRounded = ![figure.value, ...terms.map(({ value }) => value ?? 0)].every(hasAllDigits)
  return grounds.sum(shown, grounds.result(full(figure.value), isRounded))
}

function Caveats({ figure, room }: { readonly figure: Figure; readonly room: Room }) {
  const { grounds } = room.words
  const lines = [
    ...originOf(figure, room),
    figure.low ? grounds.rounding.low : '',
    figure.high && !figure.approx ? grounds.rounding.high : '',
    figure.approx ? grounds.rounding.approx : '',
    figure.sameKeyAdded ? grounds.sameKey : '',
    figure.mismatch ? (figure.basis === 'ratio' ? grounds.ratioMismatch : grounds.mismatch) : '',
    figure.finerDiffers ? grounds.finerDiffers : '',
    figure.shared ? grounds.sharedOut : '',
    figure.days !== null && figure.daysOf !== null && figure.days < figure.daysOf ? grounds.days(figure.days, figure.daysOf) : '',
  ].filter(Boolean)
  return lines.length === 0 ? null : (
    <ul className={styles.caveats}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** Rule 11: from which units of the other list of provinces a figure comes. */
function originOf({ merged, territory, basis }: Figure, { words: { units }, dataset, language }: Room): string[] {
  if (!merged) return []
  const names = namesOf(merged.from, dataset, language)
  if (names.length < merged.of) return [units.partOf(names, merged.of)]
  if (merged.joined) return [units.joined(names, namesOf([territory], dataset, language).join(), territory.set)]
  if (merged.of === 1) return [units.renamed(names.join())]
  return [basis === 'ratio' ? units.ratioOf(names) : units.madeOf(names)]
}
