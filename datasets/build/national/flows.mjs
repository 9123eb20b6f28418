import { MONTHS } from './calendar.mjs'
import { CELLS, cellOf, concerns, isInUse } from './cells.mjs'
import { chance, wave, wholeNear } from './chance.mjs'
import { seasonOf } from './seasons.mjs'

/** A usual month of a million people, in 2020; none of it is taken from a real report. */
const USUAL = {
  'tips_received  ': 178,
  'surrendered_items item gun': 1.6,
  'surrendered_items item grenade': 0.09,
  'surrendered_items item bomb': 0.035,
  'surrendered_items item ammunition_round': 38,
  'surrendered_items item crude_weapon': 7.5,
  'surrendered_items item explosive': 310,
  'surrendered_items item detonator': 0.22,
  'surrendered_items item support_tool': 3.1,
  'charity_donations donor_group benefactors': 105_000_000,
  'charity_donations donor_group officers': 37_000_000,
  'charity_donations donor_group youth_union_members': 23_000_000,
  'charity_gifts recipient_group disadvantaged_families_and_students': 120,
  'charity_gifts recipient_group poor_and_policy_families': 140,
  'charity_gifts recipient_group poor_khmer_households': 45,
  'charity_meals  ': 880,
  'charity_houses house_type comradeship_dong_doi': 0.14,
  'charity_houses house_type gratitude_tinh_nghia': 0.24,
  'charity_houses house_type compassion_tinh_thuong': 0.55,
  'blood_units_donated  ': 42,
  'outreach_sessions channel conference': 58,
  'outreach_sessions channel mobile': 33,
  'outreach_sessions channel general': 118,
}
/** Shares of all tips by definition, lowest and highest; the definitions overlap. */
const TIP_KINDS = { security_related: [0.5, 0.72], valuable: [0.24, 0.4] }
/** More weapons are left in the hills. */
const WEAPONS = { 'Tây Nguyên': 2.3, 'Trung du và miền núi phía Bắc': 1.7, 'Bắc Trung Bộ và Duyên hải miền Trung': 1.3 }
const TOTALS = [
  ['charity_donations', 'donor_group'],
  ['charity_gifts', 'recipient_group'],
]
/** How often a month is far off, and by how much at most. */
const OUTLIERS = { share: 0.004, most: 5 }

/** Draws what happened in each month of a unit of the list of 63: calls `put(cell, month, number)` for every flow but new models. */
export function drawFlows(unit, put) {
  for (const cell of CELLS.filter(({ id }) => id in USUAL)) {
    if (!concerns(cell, unit)) continue
    const level = levelOf(unit, cell)
    for (const { index } of MONTHS) if (isInUse(cell, index)) put(cell, index, monthOf(unit, cell, level, index))
  }
}

/** What follows from other flows of the month: kinds of tips, totals of parts. `get(cell, month)` gives what was put. */
export function deriveFlows(unit, get, put) {
  for (const [kind, [least, most]] of Object.entries(TIP_KINDS)) {
    const cell = cellOf('tips_received', 'tip_kind', kind)
    const usual = least + (most - least) * chance(unit.key, kind)()
    for (const { index } of MONTHS) {
      const tips = get(cellOf('tips_received'), index)
      put(cell, index, Math.min(tips, Math.round(tips * usual * wave(chance(unit.key, index, kind), 0.2))))
    }
  }
  for (const [indicator, key] of TOTALS) {
    const parts = CELLS.filter((cell) => cell.indicator === indicator && cell.key === key && concerns(cell, unit))
    for (const { index } of MONTHS) {
      put(
        cellOf(indicator),
        index,
        parts.reduce((sum, part) => sum + get(part, index), 0),
      )
    }
  }
}

/** What a unit has of a cell in a usual month, and by how much that grows in a year. */
function levelOf(unit, cell) {
  const random = chance(unit.key, cell.id)
  const weapons = cell.table === 'surrenders' ? (WEAPONS[unit.region] ?? 0.7) : 1
  return { usual: USUAL[cell.id] * (unit.people / 1_000_000) * weapons * wave(random, 1.1), growth: random() * 0.11 - 0.015 }
}

function monthOf(unit, cell, { usual, growth }, index) {
  const random = chance(unit.key, index, cell.id)
  const trend = 1 + (growth * (index - 60)) / 12
  const odd = random()
  const outlier = odd < OUTLIERS.share ? 2 + (OUTLIERS.most - 2) * random() : 1
  const expected = usual * trend * seasonOf(cell.table, index, unit.part) * wave(random, 0.3) * outlier
  if (cell.indicator === 'charity_donations') return asPrinted(expected)
  if (cell.value === 'explosive') return wholeNear(expected / 10, random) * 10
  // What is rare comes in lots.
  const lot = cell.rare && random() < 0.15 ? 6 : 1
  return wholeNear(expected, random) * lot
}

/** As reports round it: to a million, from a billion on to two decimals of it. */
function asPrinted(money) {
  const step = money < 999_500_000 ? 1_000_000 : 10_000_000
  return Math.round(money / step) * step
}
