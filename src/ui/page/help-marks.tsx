import type { ReactNode } from 'react'
import { type LineMark, ringOf } from '../../charts/line/line-marks.ts'
import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { Bounds } from '../../model/figure.ts'
import { printNumber } from '../../model/rules/printing.ts'
import { figureLook } from '../chart/figure-button.tsx'
import { CoverageMark } from '../quality/coverage-matrix-table.tsx'
import styles from './help-dialog.module.css'

interface HelpMarksProps {
  readonly words: Words
  readonly language: Language
}

/** Each mark as it stands on the page, beside what it means. */
export function HelpMarks({ words, language }: HelpMarksProps) {
  const { help, figure, chart } = words
  const number = (value: number, bounds: Partial<Bounds> = {}, unit = 'item') => {
    const all = { low: false, high: false, approx: false, ...bounds }
    const { lead, digits, scale } = printNumber(value, { ...all, unit, decimals: 0, language, computed: false })
    return [figure.lead(lead), digits, figure.scale(scale)].filter(Boolean).join(' ')
  }
  const shown: Readonly<Record<keyof typeof help.marks, ReactNode>> = {
    exact: <Sample text={number(2127)} />,
    atLeast: <Sample text={number(5_284_000_000, { low: true }, 'VND')} />,
    about: <Sample text={number(10_200, { approx: true })} />,
    inWords: <Sample text={help.samples.inWords} value={null} />,
    zero: <Sample text={number(0)} value={0} />,
    missing: <span className={styles.missing}>{chart.missing}</span>,
    owed: (
      <>
        <CoverageMark state="overdue" /> {help.samples.owed}
      </>
    ),
    part: (
      <>
        <span className={styles.hollow} aria-hidden="true" /> {help.samples.part}
      </>
    ),
    oldUnits: (
      <>
        <CoverageMark state="some_units" /> {help.samples.oldUnits}
      </>
    ),
    verify: <Sample text={number(1234)} needsVerification />,
    provisional: (
      <>
        <Sample text={number(860)} />
        <span className={styles.remark}>{figure.provisional}</span>
        <RingSample mark="unsure" />
      </>
    ),
    estimated: (
      <>
        <Sample text={number(455)} />
        <span className={styles.remark}>{figure.estimated}</span>
        <RingSample mark="unsure" />
      </>
    ),
    someDays: (
      <>
        <Sample text={number(3597)} />
        <span className={styles.remark}>{figure.days(304, 366)}</span>
        <RingSample mark="partial" />
        <CoverageMark state="some_days" />
      </>
    ),
  }
  return (
    <dl className={styles.marks}>
      {(Object.keys(help.marks) as (keyof typeof help.marks)[]).map((mark) => (
        <div key={mark} data-mark={mark}>
          <dt>{shown[mark]}</dt>
          <dd>{help.marks[mark]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The ring of such a number as the pictures draw it. */
function RingSample({ mark }: { readonly mark: LineMark }) {
  const ring = ringOf([mark])
  return (
    ring && (
      <svg className={styles.ring} viewBox="-6 -6 12 12" aria-hidden="true" data-ring={mark}>
        <circle
          r={ring.radius}
          strokeWidth={ring.lineWidth}
          strokeLinecap="round"
          {...(ring.dash ? { strokeDasharray: ring.dash.join(' ') } : {})}
        />
      </svg>
    )
  )
}

/** A figure as the page prints it, which here leads nowhere. */
function Sample({
  text,
  value = 1,
  needsVerification = false,
}: {
  readonly text: string
  readonly value?: number | null
  readonly needsVerification?: boolean
}) {
  return <span className={figureLook({ value, needsVerification })}>{text}</span>
}
