import type { Bilingual } from './bilingual.ts'
import type { CalendarStart } from './calendar.ts'

/** A publication that figures come from; `order` is its place in the package's own order of trust. */
export interface Source {
  readonly id: string
  readonly order: number
  readonly title: string
  readonly publisher: string
  readonly author: string
  /** ISO day or null. */
  readonly publishedDate: string | null
  /** Shown as a link only where it is http(s); empty where the source has none. */
  readonly url: string
  readonly reportYear: number | null
  readonly reportYearBasis: Bilingual
  readonly periodLabel: Bilingual
  readonly reportType: Bilingual
  readonly provinceVi: string
  /** First day of its reporting year; null where it does not say. */
  readonly calendarStart: CalendarStart | null
}

/** Whether the printed date is hard to believe: before the report's year, or more than a year after it. */
export function isDateDoubtful({ publishedDate, reportYear }: Source): boolean {
  if (publishedDate === null || reportYear === null) return false
  const year = Number(publishedDate.slice(0, 4))
  return year < reportYear || year > reportYear + 1
}

/** A named model or activity that a report names, without being counted in any figure. */
export interface NamedModel {
  readonly id: string
  readonly sourceId: string
  readonly territory: string
  readonly name: string
  readonly kind: 'model' | 'programme'
  readonly field: string
  /** Whether the source names the field or it was put there by the model's name. */
  readonly fieldBasis: 'stated' | 'assigned_from_name'
  readonly unitName: string
  readonly place: string
  readonly started: string
  readonly movement: string
  readonly movementBasis: 'stated' | 'inferred'
  /** `observationId` of the figures that report its results. */
  readonly observationIds: readonly string[]
}
