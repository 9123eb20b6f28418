import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { toldScales } from '../../charts/words/dense-finding.ts'
import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { viewStatements } from '../../query/ask-view.ts'
import { viewQuery } from '../../query/view-query.ts'
import { askAnswer, shapeOf } from '../answer/ask-answer.ts'
import { LARGE_ANSWER } from '../answer/keep-few.ts'
import type { Room } from '../answer/room.ts'

/** The numbers that stand beside the names of places, as printed. */
export type PlaceValues = ReadonlyMap<TerritoryKey, string>

const NONE: PlaceValues = new Map()

/**
 * What each place has of the one thing that the view asks for, whichever places are chosen; empty where there are several things, no
 * scale that they share (rule 7), or no answer yet. Asked only while it is `wanted`.
 */
export function usePlaceValues(room: Room, wanted: boolean): PlaceValues {
  const { workspace, dataset, view, words, language } = room
  const everywhere = { ...view, territories: [] }
  const statements = viewStatements(viewQuery(everywhere, dataset))
  const { data } = useQuery({
    queryKey: [...statements, shapeOf(everywhere)],
    meta: LARGE_ANSWER,
    enabled: wanted && view.indicators.length === 1,
    queryFn: ({ signal }) => askAnswer(workspace, dataset, everywhere, statements, signal),
  })
  return useMemo(() => {
    if (!wanted || !data || view.indicators.length !== 1) return NONE
    const groups = data.comparability.groups.filter(({ composition, scale }) => !composition && scale.length > 1)
    const totals = groups.filter(({ scale }) => scale[0]?.breakdownKey === '')
    const [only, ...others] = toldScales(totals.length > 0 ? totals : groups)
    if (!only || others.length > 0) return NONE
    const text = (figure: Figure) => printFigure(figure, dataset, words.figure, language).number
    return new Map(only.scale.map((figure) => [territoryKey(figure.territory), text(figure)]))
  }, [wanted, data, view.indicators, dataset, words, language])
}
