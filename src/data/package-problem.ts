import { Failure, type FailureDetail } from '../model/failure.ts'

/** What can be wrong with a package; stands first in `FailureDetail.raw`, as `duplicate: tips_received`. */
export type PackageProblem =
  | 'not-json'
  | 'shape'
  | 'too-large'
  | 'path-refused'
  | 'id-differs'
  | 'resource-missing'
  | 'column-missing'
  | 'value-missing'
  | 'value-unknown'
  | 'not-a-number'
  | 'not-a-date'
  | 'not-positive'
  | 'ends-before-start'
  | 'label-differs'
  | 'code-form'
  | 'duplicate'
  | 'language-missing'
  | 'points-nowhere'
  | 'circle'
  | 'parts-needless'
  | 'crosswalk-differs'

/** The failure of a package, with the file, the line (from 1) and the column, or the path inside the JSON, where it was found. */
export function invalidPackage(
  problem: PackageProblem,
  value: string,
  where: Pick<FailureDetail, 'file' | 'line' | 'column'>,
): Failure {
  return new Failure('package-invalid', { ...where, raw: `${problem}: ${value}`.slice(0, 500) })
}
