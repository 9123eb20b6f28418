import type { OpenDataset } from '../../data/open-dataset.ts'
import { allDigits } from '../../model/rules/printing.ts'
import { FINDING_KINDS, type FindingKind, findingsSql, readFindings } from '../../query/findings-query.ts'
import type { Room } from '../answer/room.ts'
import { useAsked } from '../answer/use-asked.ts'
import { FindingsTable } from './findings-table.tsx'
import styles from './quality-screen.module.css'
import { AnswerOrWaiting, QualitySection } from './quality-section.tsx'

interface FindingsProps {
  readonly room: Room
  readonly opened: OpenDataset
}

/** So many of a kind are shown. */
const MOST_FINDINGS = 50
/** So few are in sight without unfolding them. */
const FEW_FINDINGS = 5

/** Figures to verify, and where reports do not agree, each kind with its count. */
export function FindingsSection({ room, opened }: FindingsProps) {
  const { words } = room
  return (
    <QualitySection name="findings" title={words.quality.findings.title} words={words}>
      <p>{words.quality.findings.sentence}</p>
      {FINDING_KINDS.map((kind) => (
        <Findings key={kind} room={room} opened={opened} kind={kind} />
      ))}
    </QualitySection>
  )
}

function Findings({ room, opened, kind }: FindingsProps & { readonly kind: FindingKind }) {
  const { words, language, dataset } = room
  const say = words.quality.findings
  const asked = useAsked(room, findingsSql(dataset.schema, kind, MOST_FINDINGS), readFindings)
  const [title, sentence] = say.kinds[kind]
  return (
    <div className={styles.part} data-finding={kind} data-all={asked.data?.all}>
      <AnswerOrWaiting asked={asked} words={words}>
        {({ findings, all }) => (
          <>
            <h3>
              {title}: {all === 0 ? say.none : allDigits(all, language)}
            </h3>
            {all > 0 && (
              <details className={styles.fold} open={all <= FEW_FINDINGS}>
                <summary>{sentence}</summary>
                {findings.length < all && (
                  <p className={styles.quiet}>
                    {words.quality.shownOf(allDigits(findings.length, language), allDigits(all, language))}
                  </p>
                )}
                <FindingsTable room={room} opened={opened} findings={findings} label={title} kind={kind} />
              </details>
            )}
          </>
        )}
      </AnswerOrWaiting>
    </div>
  )
}
