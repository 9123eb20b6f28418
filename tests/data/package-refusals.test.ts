import { describe, expect, it } from 'vitest'
import { failureOf, openEdited, replace } from '../support/dataset-files.ts'

// One fault a line: file ~ text that stands there ~ text put in its place ~ line ~ column ~ what the failure says.
const FAULTS = String.raw`
codes ~ domain,models, ~ domain,tips, ~ 3 ~ value ~ duplicate: tips
codes ~ domain,tips, ~ domain,Tin báo, ~ 2 ~ value ~ code-form: Tin báo
codes ~ item,gun, ~ item,gun-, ~ 48 ~ value ~ code-form: gun-
codes ~ duration,P5Y, ~ duration,5Y, ~ 22 ~ value ~ code-form: 5Y
codes ~ domain,tips, ~ ,tips, ~ 2 ~ key ~ value-missing:
codes ~ ,Public tips, ~ ,, ~ 2 ~ label_en ~ language-missing: Nguồn tin quần chúng
codes ~ ,Nguồn tin quần chúng, ~ ,, ~ 2 ~ label_vi ~ value-missing:
codes ~ Explosive,gram, ~ Explosive,stone, ~ 55 ~ unit ~ points-nowhere: stone
codes ~ Guns,item,military_weapon ~ Guns,item,tips ~ 48 ~ parent ~ points-nowhere: tips
codes ~ Military weapons,item,, ~ Military weapons,item,gun, ~ 47 ~ parent ~ circle: gun
codes ~ Public tips,,,1 ~ Public tips,,,first ~ 2 ~ order ~ not-a-number: first
indicators ~ \nsurrendered_items, ~ \ntips_received, ~ 3 ~ indicator_code ~ duplicate: tips_received
indicators ~ tips,tip,sum ~ tips,tips,sum ~ 2 ~ unit ~ points-nowhere: tips
indicators ~ ,tips,tip,sum ~ ,tip,tip,sum ~ 2 ~ domain ~ points-nowhere: tip
indicators ~ tips,tip,sum ~ tips,tip,avg ~ 2 ~ aggregation ~ value-unknown: avg
indicators ~ ,New models, ~ ,, ~ 8 ~ label_en ~ language-missing: Mô hình xây dựng mới
indicators ~ Training attendances in the period. ~ (nothing) ~ 28 ~ definition_en ~ language-missing: Số lượt người được tập huấn nghiệp vụ trong kỳ.
indicators ~ model,sum,models_maintained ~ model,sum,models_kept ~ 8 ~ part_of ~ points-nowhere: models_kept
indicators ~ model,sum,models_maintained ~ model,sum,models_new ~ 8 ~ part_of ~ circle: models_new
indicators ~ units_covered,commune_police_units_total\n ~ units_covered,\n ~ 16 ~ denominator ~ value-missing:
indicators ~ 1,commune_police_units_covered, ~ 1,units, ~ 16 ~ numerator ~ points-nowhere: units
indicators ~ tip,sum,,0,neutral,1,, ~ tip,sum,,0,neutral,1,models_new, ~ 2 ~ numerator ~ parts-needless: models_new
indicators ~ tips,tip,sum,,0, ~ tips,tip,sum,,-1, ~ 2 ~ decimals ~ not-a-number: -1
indicators ~ tips,tip,sum,,0,neutral ~ tips,tip,sum,,0,up ~ 2 ~ direction ~ value-unknown: up
indicators ~ aggregation, ~ agg, ~ 1 ~ aggregation ~ column-missing: aggregation
breakdowns ~ adhoc_commendations ~ adhoc ~ 2 ~ indicator_code ~ points-nowhere: adhoc
breakdowns ~ adhoc_commendations,holder ~ adhoc_commendations,rank ~ 2 ~ breakdown_key ~ points-nowhere: rank
breakdowns ~ holder,additive ~ holder,add ~ 2 ~ rule ~ value-unknown: add
breakdowns ~ admin_files_received,procedure ~ adhoc_commendations,holder ~ 3 ~ breakdown_key ~ duplicate: holder
sources ~ \nS001, ~ \nS000, ~ 3 ~ source_id ~ duplicate: S000
sources ~ \nS001, ~ \nS009, ~ 3 ~ source_id ~ points-nowhere: S009
sources ~ 2017-09-19 ~ 2017-09-31 ~ 5 ~ published_date ~ not-a-date: 2017-09-31
sources ~ 2017-09-19 ~ 19/09/2017 ~ 5 ~ published_date ~ not-a-date: 19/09/2017
sources ~ .html,2021, ~ .html,hai, ~ 2 ~ report_year ~ not-a-number: hai
sources ~ 2021-12,01-01\n ~ 2021-12,13-01\n ~ 2 ~ calendar_start ~ not-a-date: 13-01
sources ~ "2024, or not stated" ~ (nothing) ~ 4 ~ period_label_en ~ language-missing: năm 2024, hoặc không ghi
models ~ S000-M02, ~ S000-M01, ~ 3 ~ model_id ~ duplicate: S000-M01
models ~ S000-M01,S000, ~ S000-M01,S010, ~ 2 ~ source_id ~ points-nowhere: S010
models ~ S000,63:36 ~ S000,63:03 ~ 2 ~ territory ~ points-nowhere: 63:03
models ~ model,public_security ~ model,security ~ 2 ~ field ~ points-nowhere: security
models ~ ,model,public_security ~ ,idea,public_security ~ 2 ~ kind ~ value-unknown: idea
models ~ 2022-03 ~ 2022-13 ~ 9 ~ started ~ not-a-date: 2022-13
models ~ toan_dan_bao_ve_an_ninh_to_quoc ~ tu_quan ~ 2 ~ movement ~ points-nowhere: tu_quan
datapackage ~ "63:35" ~ "63:03" ~ - ~ danVanAtlas.reporters[1] ~ points-nowhere: 63:03
datapackage ~ "63:35" ~ "35" ~ - ~ danVanAtlas.reporters[1] ~ points-nowhere: 35
datapackage ~ "63:35" ~ "34:37" ~ - ~ danVanAtlas.reporters[1] ~ value-unknown: 34:37
datapackage ~ "63:35" ~ "63:36" ~ - ~ danVanAtlas.reporters[1] ~ duplicate: 63:36
datapackage ~ "S004"] ~ "S004", "S005"] ~ - ~ danVanAtlas.sourceOrder[5] ~ points-nowhere: S005
datapackage ~ "S004"] ~ "S004", "S000"] ~ - ~ danVanAtlas.sourceOrder[5] ~ duplicate: S000
datapackage ~ "id": "public-reports" ~ "id": "reports" ~ - ~ danVanAtlas.id ~ id-differs: reports / public-reports
datapackage ~ "name": "observations" ~ "name": "facts" ~ - ~ resources ~ resource-missing: observations
datapackage ~ "name": "models" ~ "name": "codes" ~ - ~ resources[5].name ~ duplicate: codes
datapackage ~ "path": "codes.csv" ~ "path": "../catalog.json" ~ - ~ resources[3].path ~ path-refused: ../catalog.json
datapackage ~ "path": "codes.csv" ~ "path": "//evil.example/x" ~ - ~ resources[3].path ~ path-refused: //evil.example/x
datapackage ~ "path": "codes.csv" ~ "path": ["a.csv", "b.csv"] ~ - ~ resources[3].path ~ shape:
datapackage ~ "simulated": false ~ "simulated": "no" ~ - ~ danVanAtlas.simulated ~ shape:
datapackage ~ "smallCountThreshold" ~ "smallCount" ~ - ~ danVanAtlas ~ shape:
datapackage ~ "time": "report" ~ "time": "tháng 3" ~ - ~ danVanAtlas.defaultView.time ~ shape:
datapackage ~ "units": "63" ~ "units": "64" ~ - ~ danVanAtlas.defaultView.units ~ shape:
reference/provinces ~ \n63,02, ~ \n63,01, ~ 3 ~ code ~ duplicate: 01
reference/provinces ~ \n63,02, ~ \n64,02, ~ 3 ~ territory_set ~ value-unknown: 64
reference/provinces ~ \n63,02, ~ \n63,2, ~ 3 ~ code ~ code-form: 2
reference/provinces ~ VN-03,08 ~ VN-03,09 ~ 3 ~ merged_into_code ~ points-nowhere: 09
reference/provinces ~ VN-03,08 ~ VN-03,15 ~ 3 ~ merged_into_code ~ crosswalk-differs: 15
reference/provinces ~ ,02|08, ~ ,02|08|02, ~ 67 ~ formed_from_codes ~ duplicate: 02|08|02
reference/provinces ~ ,Ha Giang, ~ ,, ~ 3 ~ name_en ~ language-missing: Hà Giang
reference/aliases ~ HN,63,01 ~ HN,63,03 ~ 3 ~ code ~ points-nowhere: 03
reference/aliases ~ \nHN, ~ \nHanoi, ~ 3 ~ alias ~ duplicate: Hanoi
`
  .split('\n')
  .filter(Boolean)
  .map((fault) => fault.split(' ~ ').map((part) => part.replaceAll('\\n', '\n').replace('(nothing)', '')))

describe('a package with a fault is refused at its first one', () => {
  it('reads the whole table of faults', () => {
    expect(FAULTS.length).toBeGreaterThan(60)
    expect(FAULTS.filter((fault) => fault.length !== 6)).toEqual([])
  })

  it.each(FAULTS)('%s: %s > %s', async (name, before = '', after = '', line, column, raw = '') => {
    const file = `${name?.includes('/') ? '' : 'public-reports/'}${name}.${name === 'datapackage' ? 'json' : 'csv'}`
    const { code, detail } = await failureOf(openEdited({ [file]: replace(before, after) }))
    expect(code).toBe('package-invalid')
    expect(detail).toMatchObject({ file, column, ...(line === '-' ? {} : { line: Number(line) }) })
    // What zod says after "shape:" is its own affair.
    const said = raw === 'shape:' ? detail.raw?.slice(0, raw.length) : detail.raw?.trimEnd()
    expect(said).toBe(raw)
  })
})
