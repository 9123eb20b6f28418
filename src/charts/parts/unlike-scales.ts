import type { Figure } from '../../model/figure.ts'
import type { Comparability } from '../../model/rules/comparability.ts'

/** Of how many indicators and kinds the figures of different places may be compared. */
export function unlikeScales({ groups }: Comparability): number {
  const scales = groups.filter(({ composition, scale }) => !composition && scale.length > 1)
  return new Set(scales.map(({ scale }) => kindOf(scale[0] as Figure))).size
}

function kindOf({ indicator, breakdownKey, breakdownValues }: Figure): string {
  return JSON.stringify([indicator, breakdownKey, breakdownValues])
}
