import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { OpenDataset } from '../../data/open-dataset.ts'
import { printCounted } from '../../locale/print-counted.ts'
import { labelOf } from '../../locale/print-figure.ts'
import { printPeriod } from '../../locale/print-period.ts'
import { indicatorOf } from '../../model/dataset.ts'
import { readTerritoryKey, territoryKey } from '../../model/territory.ts'
import type { Finding, FindingKind } from '../../query/findings-query.ts'
import { askFindingFigure, REPORTED } from '../answer/finding-figure.ts'
import type { Room } from '../answer/room.ts'
import { FailurePanel } from '../page/failure-panel.tsx'
import styles from './quality-screen.module.css'

interface FindingsTableProps {
  readonly room: Room
  readonly opened: OpenDataset
  readonly findings: readonly Finding[]
  readonly label: string
  /** What is to be looked into; null for rows that are only listed. */
  readonly kind: FindingKind | null
}

/** Rows as printed, with source and line; of findings what is wrong with them and the way to the grounds of their figure. */
export function FindingsTable({ room, opened, findings, label, kind }: FindingsTableProps) {
  const { words, dataset, language } = room
  const say = words.quality.findings
  const columns = [say.place, say.indicator, say.time, ...(kind ? [say.what] : []), say.printed, words.rows.columns.source]
  const [unused, markUnused] = useState<readonly number[]>([])
  const grounds = useMutation({
    mutationFn: (finding: Finding) => askFindingFigure(room, finding),
    onSuccess: (figure, finding) => {
      if (figure) room.openGrounds(figure, { dataset, view: { ...room.view, ...REPORTED } })
      else markUnused((rows) => [...rows, finding.row])
    },
  })
  return (
    <>
      {Boolean(grounds.error) && <FailurePanel error={grounds.error} words={words} keeps onClose={grounds.reset} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={label}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {kind && <th scope="col">{say.grounds}</th>}
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <tr key={`${finding.row} ${finding.other?.row ?? ''} ${finding.byKey}`} data-row={finding.row}>
                <th scope="row">
                  {placeName(finding.place, room)}
                  <Sub text={finding.scope[language] || (finding.scope.vi === '' ? '' : finding.unitName)} />
                </th>
                <td data-label={say.indicator}>
                  {indicatorOf(dataset, finding.indicator)?.label[language] ?? finding.indicator}
                  <Sub text={finding.breakdownKey && labelOf(dataset, finding.breakdownKey, finding.breakdownValue, language)} />
                </td>
                <td data-label={say.time}>{printPeriod(finding.period, words.figure, language, dataset.calendar)}</td>
                {kind && <td data-label={say.what}>{detailOf(kind, finding, room)}</td>}
                <td data-label={say.printed}>
                  {finding.printed ? <span lang="vi">“{finding.printed}”</span> : valueText(finding.value, finding, room)}
                </td>
                <td data-label={words.rows.columns.source}>
                  <SourceOf room={room} opened={opened} row={finding} />
                  {finding.other && finding.other.row !== finding.row && (
                    <SourceOf
                      room={room}
                      opened={opened}
                      row={finding.other}
                      printed={finding.other.printed}
                      isSame={finding.other.sourceId === finding.sourceId}
                    />
                  )}
                </td>
                {kind && (
                  <td className={styles.action}>
                    {unused.includes(finding.row) ? (
                      <span role="status">{say.noFigure}</span>
                    ) : (
                      <button
                        type="button"
                        className={styles.button}
                        disabled={grounds.isPending}
                        onClick={() => grounds.mutate(finding)}
                      >
                        {grounds.isPending && grounds.variables === finding ? words.grounds.loading : words.grounds.title}
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Sub({ text }: { readonly text: string }) {
  return text === '' ? null : <span className={styles.sub}>{text}</span>
}

interface SourceOfProps {
  readonly room: Room
  readonly opened: OpenDataset
  readonly row: Pick<Finding, 'sourceId' | 'locator' | 'file' | 'line'>
  /** Of a second row, what it says, and whether its source was just named. */
  readonly printed?: string
  readonly isSame?: boolean
}

function SourceOf({ room, opened, row, printed = '', isSame = false }: SourceOfProps) {
  const { dataset, words } = room
  const source = dataset.sources.find(({ id }) => id === row.sourceId)
  const line = opened.files.length > 1 ? words.grounds.line(opened.files[row.file] ?? '', row.line) : words.quality.line(row.line)
  const where = [words.grounds.locator(row.locator), line]
  return (
    <span className={styles.entry}>
      {!isSame && <span lang="vi">{source?.title || source?.publisher || row.sourceId}</span>}
      {printed !== '' && <span lang="vi"> “{printed}”</span>}
      <Sub text={where.filter(Boolean).join('; ')} />
    </span>
  )
}

function placeName(key: string, { dataset, language }: Room): string {
  const ref = readTerritoryKey(key)
  return (ref && dataset.territories.get(territoryKey(ref))?.name[language]) ?? key
}

/** What does not agree, in one line; nothing for what is said by the row itself. */
function detailOf(kind: FindingKind, finding: Finding, room: Room): string {
  const { detail } = room.words.quality.findings
  const [here, there] = [finding.here, finding.there].map((value) => valueText(value, finding, room)) as [string, string]
  switch (kind) {
    case 'verify':
      return finding.verify[room.language] || finding.verify.vi
    case 'mismatch':
      return detail.mismatch(here, finding.terms, keyName(finding.byKey, room), there)
    case 'finer':
      return detail.finer(here, finding.terms, there)
    case 'same_key':
      return finding.here === null ? detail.entries(finding.terms) : detail.same_key(finding.terms, here)
    case 'crossing':
    case 'sources':
      return detail[kind](here, there)
  }
}

function keyName(key: string, { dataset, language }: Room): string {
  return labelOf(dataset, 'breakdown_key', key, language)
}

/** A number with all its digits and its unit. */
function valueText(value: number | null, { unit }: Finding, room: Room): string {
  return value === null ? room.words.quality.findings.noNumber : printCounted(value, unit, room)
}
