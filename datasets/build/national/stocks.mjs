import { MONTHS } from './calendar.mjs'
import { cellOf } from './cells.mjs'
import { chance, wave, wholeNear } from './chance.mjs'
import { seasonOf } from './seasons.mjs'

const FIELDS = { public_security: 0.61, administrative_reform: 0.17, charity: 0.22 }
/** Models of a million people when the simulation begins. */
const REGISTERED = 310

/**
 * Draws the life of the models of a unit of the list of 63, field by field: registered, of these built, of these still running;
 * every model is registered before it is built, recognised or closed. New models of a month raise both stocks.
 */
export function drawModels(unit, put) {
  const level = (unit.people / 1_000_000) * wave(chance(unit.key, 'models'), 0.9)
  const fields = Object.entries(FIELDS).map(([field, share]) => {
    const registered = Math.round(REGISTERED * share * level) + 4
    const built = Math.round(registered * 0.88)
    return { field, share, registered, built, running: Math.round(built * 0.9) }
  })
  const holders = { collective: Math.round(sum(fields, 'built') * 0.2), individual: Math.round(sum(fields, 'built') * 0.07) }
  const district = { holders: Math.round(sum(fields, 'built') * 0.3) }
  for (const { index, month } of MONTHS) {
    const season = seasonOf('models', index, unit.part)
    const fresh = fields.reduce((all, stock) => all + liveMonth(stock, unit, index, month, level, season), 0)
    const built = sum(fields, 'built')
    recognise(holders, district, built, chance(unit.key, index, 'recognised'), month, fresh)
    const put1 = (indicator, number, key = '', value = '') => put(cellOf(indicator, key, value), index, number)
    for (const { field, registered, running } of fields) {
      put1('models_registered', registered, 'field', field)
      put1('models_maintained', running, 'field', field)
    }
    put1('models_registered', sum(fields, 'registered'))
    put1('models_built', built)
    put1('models_maintained', sum(fields, 'running'))
    put1('models_new', fresh)
    put1('models_expanding', Math.round(sum(fields, 'running') * (0.06 + 0.06 * chance(unit.key, index, 'expanding')())))
    put1('models_recognised_provincial', holders.collective + holders.individual)
    for (const holder of ['collective', 'individual']) put1('models_recognised_provincial', holders[holder], 'holder', holder)
    put1('models_recognised_district', district.holders)
  }
}

/** Mothers are few and old: the number falls, now and then one more is taken care of. */
export function drawMothers(unit, put) {
  const random = chance(unit.key, 'mothers')
  let mothers = 4 + Math.round((unit.people / 1_000_000) * 21 * wave(random, 1))
  for (const { index } of MONTHS) {
    const lost = wholeNear(mothers * 0.006, random)
    mothers = Math.max(1, mothers - lost + wholeNear(0.05, random))
    put(cellOf('heroic_mothers_cared_for'), index, mothers)
  }
}

/**
 * Counts of communes cannot be added over the merger, there are three times fewer of them since: of an old unit (`communes` of the
 * old list) or a new one. `shares` are those of the old units that it holds: of communes with a replicated model, and with police.
 */
export function drawCommunes({ communes }, shares, put) {
  for (const { index } of MONTHS) {
    const covered = Math.min(communes, Math.round(communes * mean(shares, (one) => one.covered(index))))
    put(cellOf('commune_police_units_total'), index, communes)
    put(cellOf('commune_police_units_covered'), index, covered)
    put(cellOf('commune_police_coverage_share'), index, Math.round((covered / communes) * 1000) / 10)
    put(cellOf('model_replication_units'), index, Math.round(communes * mean(shares, (one) => one.replicating(index))))
  }
}

/** How an old unit comes by its shares: models spread slowly, regular police within a few years from 2019. */
export function communeShares(unit) {
  const random = chance(unit.key, 'communes')
  const [first, slope, begin, years] = [0.05 + random() * 0.15, 0.015 + random() * 0.03, 48 + random() * 12, 2 + random() * 2]
  return {
    weight: unit.communes,
    replicating: (index) => Math.min(0.75, first + (slope * index) / 12),
    covered: (index) => Math.min(1, Math.max(0, (index - begin) / (12 * years))),
  }
}

/** One month of one field; answers how many models were built. */
function liveMonth(stock, unit, index, month, level, season) {
  const random = chance(unit.key, index, 'models', stock.field)
  const usual = REGISTERED * stock.share * level * season
  stock.registered += wholeNear(usual * 0.0075 * wave(random, 1.2), random)
  const fresh = Math.min(stock.registered - stock.built, wholeNear(usual * 0.007 * wave(random, 1.2), random))
  stock.built += fresh
  // The review at the end of the year strikes off what has fallen asleep.
  const closing = month === 12 ? 0.022 : 0.0022
  const closed = Math.min(stock.running, wholeNear(stock.running * closing * wave(random, 1.4), random))
  stock.running += fresh - closed
  return fresh
}

/** Recognised are built ones only, whoever recognises them; most at the end of the year. */
function recognise(holders, district, built, random, month, fresh) {
  const wanted = wholeNear(fresh * (month === 12 ? 0.9 : 0.3), random)
  const room = () => built - holders.collective - holders.individual - district.holders
  const more = Math.min(wanted, Math.max(0, room()))
  const alone = Math.floor(more * 0.3)
  holders.individual += alone
  holders.collective += more - alone
  district.holders += Math.min(wholeNear(fresh * 0.25, random), Math.max(0, room()))
}

function sum(rows, name) {
  return rows.reduce((all, row) => all + row[name], 0)
}

function mean(shares, of) {
  return shares.reduce((all, one) => all + one.weight * of(one), 0) / shares.reduce((all, { weight }) => all + weight, 0)
}
