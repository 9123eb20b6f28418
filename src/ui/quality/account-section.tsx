import { Fragment, useState } from 'react'
import type { OpenDataset } from '../../data/open-dataset.ts'
import type { QualityWords } from '../../locale/quality.vi.ts'
import { allDigits } from '../../model/rules/printing.ts'
import { classRowsSql, readFindings } from '../../query/findings-query.ts'
import { accountSql, type RowClass, readAccount } from '../../query/quality-query.ts'
import type { Room } from '../answer/room.ts'
import { useAsked } from '../answer/use-asked.ts'
import { FindingsTable } from './findings-table.tsx'
import styles from './quality-screen.module.css'
import { AnswerOrWaiting, QualitySection } from './quality-section.tsx'

type AnyClass = keyof QualityWords['account']['classes']

const GROUPS: readonly { readonly id: keyof QualityWords['account']['groups']; readonly classes: readonly AnyClass[] }[] = [
  { id: 'used', classes: ['whole', 'part', 'added', 'scoped'] },
  { id: 'noNumber', classes: ['in_words', 'suppressed', 'not_applicable'] },
  { id: 'notCounted', classes: ['revised', 'other_source', 'inside_own', 'other_period'] },
  { id: 'notAccepted', classes: ['rejected', 'held'] },
]

/** What became of every row of the files, in counts that add up; each class can be looked into. */
export function AccountSection({ room, opened }: { readonly room: Room; readonly opened: OpenDataset }) {
  const { words, dataset } = room
  const asked = useAsked(room, accountSql(dataset.schema), readAccount)
  return (
    <QualitySection name="account" title={words.quality.account.title} words={words}>
      <AnswerOrWaiting asked={asked} words={words}>
        {(account) => <Account room={room} opened={opened} account={account} />}
      </AnswerOrWaiting>
    </QualitySection>
  )
}

interface AccountProps {
  readonly room: Room
  readonly opened: OpenDataset
  readonly account: ReadonlyMap<RowClass, number>
}

function Account({ room, opened, account }: AccountProps) {
  const { words, language, setView } = room
  const { report, held, blankLines } = opened
  const say = words.quality.account
  const [shown, show] = useState<RowClass | null>(null)
  const print = (n: number) => allDigits(n, language)
  const countOf = (name: AnyClass) =>
    name === 'held' ? held.length : name === 'rejected' ? report.rejected : (account.get(name) ?? 0)
  const all = report.read + held.length
  const counts = GROUPS.flatMap(({ classes }) => classes.map(countOf)).filter((n) => n > 0)
  const sum = counts.reduce((a, b) => a + b, 0)
  const out = report.rejected + held.length
  return (
    <>
      <p>
        {say.sentence(print(all), print(report.kept), print(out))} {blankLines > 0 && words.open.blankLines(print(blankLines))}
      </p>
      <p className={sum === all ? styles.sum : styles.wrongSum} data-adds-up={sum === all}>
        {sum === all ? say.addsUp(print(all), counts.map(print)) : say.doesNot(print(all), print(sum))}
      </p>
      <table className={`${styles.table} ${styles.narrow}`}>
        <thead>
          <tr>
            <th scope="col">{say.label}</th>
            <th scope="col">{say.use}</th>
            <th scope="col" className={styles.numeric}>
              {say.count}
            </th>
            <td />
          </tr>
        </thead>
        {GROUPS.map(({ id, classes }) => {
          const total = classes.reduce((n, name) => n + countOf(name), 0)
          return (
            <tbody key={id} data-group={id}>
              <tr className={styles.groupRow}>
                <th scope="rowgroup" colSpan={2}>
                  {say.groups[id]}
                </th>
                <td className={styles.numeric} data-label={say.count}>
                  {print(total)}
                </td>
                <td />
              </tr>
              {classes
                .filter((name) => countOf(name) > 0)
                .map((name) => {
                  const [label, use] = say.classes[name]
                  const isOut = name === 'rejected' || name === 'held'
                  const isShown = shown === name
                  return (
                    <Fragment key={name}>
                      <tr data-class={name}>
                        <th scope="row">{label}</th>
                        <td>{use}</td>
                        <td className={styles.numeric} data-label={say.count}>
                          {print(countOf(name))}
                          <span className={styles.share} aria-hidden="true">
                            <span style={{ width: `${(100 * countOf(name)) / all}%` }} />
                          </span>
                        </td>
                        <td className={styles.action}>
                          <button
                            type="button"
                            className={styles.button}
                            aria-expanded={isOut ? undefined : isShown}
                            aria-label={isShown ? words.quality.hideRows(label) : words.quality.showRows(label)}
                            onClick={() => (isOut ? setView({ tab: 'rows' }) : show(isShown ? null : name))}
                          >
                            {isShown ? words.quality.hide : words.quality.see}
                          </button>
                        </td>
                      </tr>
                    </Fragment>
                  )
                })}
            </tbody>
          )
        })}
      </table>
      {shown !== null && <ClassRows key={shown} room={room} opened={opened} name={shown} label={say.classes[shown][0]} />}
    </>
  )
}

interface ClassRowsProps {
  readonly room: Room
  readonly opened: OpenDataset
  readonly name: RowClass
  readonly label: string
}

/** So many rows of a class are shown. */
const MOST_ROWS = 200

function ClassRows({ room, opened, name, label }: ClassRowsProps) {
  const { words, language, dataset } = room
  const asked = useAsked(room, classRowsSql(dataset.schema, name, MOST_ROWS), readFindings)
  return (
    <div data-rows-of={name} className={styles.part}>
      <h3>{label}</h3>
      <AnswerOrWaiting asked={asked} words={words}>
        {({ findings, all }) => (
          <>
            {findings.length < all && (
              <p className={styles.quiet}>
                {words.quality.shownOf(allDigits(findings.length, language), allDigits(all, language))}
              </p>
            )}
            <FindingsTable room={room} opened={opened} findings={findings} label={label} kind={null} />
          </>
        )}
      </AnswerOrWaiting>
    </div>
  )
}
