import { FIRST_OF_34, MONTHS } from './calendar.mjs'
import { cellOf } from './cells.mjs'
import { chance } from './chance.mjs'
import { COMMUNE_SYLLABLES, MODEL_NAMES } from './model-names.mjs'

const OF_OLD_UNIT = [34, 60]
const OF_NEW_UNIT = [6, 14]
/** Of models that begin with a reported month, how many name the month's figure of new models as their result. */
const WITH_RESULT = 0.15

/**
 * The directory: models of the 63 units from 2015 to mid-2025, of the 34 since. `hasFigure(id)` says whether a figure was reported;
 * `idOf(unit, cell, month)` is how it would be called.
 */
export function modelRows({ units, hasFigure, idOf }) {
  return ['63', '34'].flatMap((list) => units.of(list).flatMap((unit) => modelsOf(unit, { hasFigure, idOf })))
}

function modelsOf(unit, { hasFigure, idOf }) {
  const months = MONTHS.filter(({ index }) => (unit.list === '63') === index < FIRST_OF_34)
  const random = chance(unit.key, 'named models')
  const [least, most] = unit.list === '63' ? OF_OLD_UNIT : OF_NEW_UNIT
  const count = least + Math.floor((most - least + 1) * random())
  const started = Array.from({ length: count }, () => Math.floor(random() * months.length)).sort((a, b) => a - b)
  return started.map((at, place) => {
    const month = months[at]
    const { name, field, movement } = oneOf(MODEL_NAMES, random())
    const commune = `${random() < 0.25 ? 'phường' : 'xã'} ${COMMUNE_SYLLABLES.map((words) => oneOf(words, random())).join(' ')}`
    const figure = idOf(unit, cellOf('models_new'), month)
    const isLinked = random() < WITH_RESULT && hasFigure(figure)
    return {
      model_id: `MH-${unit.list}-${unit.code}-${String(place + 1).padStart(3, '0')}`,
      source_id: `BC${unit.list}-${month.year}`,
      territory: unit.key,
      province_vi: unit.name,
      name_vi: name,
      kind: field === 'charity' && random() < 0.3 ? 'programme' : 'model',
      field,
      field_basis: random() < 0.4 ? 'stated' : 'assigned_from_name',
      unit_name: random() < 0.8 ? `Công an ${commune} (mô phỏng)` : unit.office,
      place: commune,
      started: random() < 0.6 ? month.end.slice(0, 7) : month.end.slice(0, 4),
      observation_ids: isLinked ? figure : '',
      movement,
      movement_basis: random() < 0.7 ? 'stated' : 'inferred',
    }
  })
}

function oneOf(list, random) {
  return list[Math.floor(random * list.length)]
}
