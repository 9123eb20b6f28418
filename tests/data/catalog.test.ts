import { describe, expect, it } from 'vitest'
import { offeredCatalog, readCatalog, readPackage, readReference } from '../../src/data/catalog.ts'
import { Failure } from '../../src/model/failure.ts'
import { catalogUrl, datasetsUrl, editedFetch, failureOf, fetchFromDisk, openEdited, replace } from '../support/dataset-files.ts'

describe('the packages as they are published', () => {
  it('reads the catalogue', async () => {
    const catalog = await readCatalog(fetchFromDisk, catalogUrl)
    expect(catalog).toMatchObject({
      base: datasetsUrl,
      defaultId: 'public-reports',
      reference: `${datasetsUrl}reference/datapackage.json`,
    })
    expect(catalog.datasets.find((dataset) => dataset.id === 'public-reports')?.manifest).toBe(
      `${datasetsUrl}public-reports/datapackage.json`,
    )
  })

  it('reads the provinces of both lists in official order', async () => {
    const { territories } = await readReference(fetchFromDisk, await readCatalog(fetchFromDisk, catalogUrl))
    const keys = [...territories.keys()]
    expect([keys.length, keys[0], keys[62], keys[63], keys[96]]).toEqual([97, '63:01', '63:96', '34:01', '34:96'])
    expect(territories.get('63:36')).toEqual({
      set: '63',
      code: '36',
      name: { vi: 'Nam Định', en: 'Nam Dinh' },
      kind: 'tinh',
      region: { vi: 'Đồng bằng sông Hồng', en: 'Red River Delta' },
      mergedInto: '37',
      formedFrom: [],
      aliases: [],
    })
    expect(territories.get('34:37')?.formedFrom).toEqual(['35', '36', '37'])
    expect(territories.get('34:52')?.aliases).toEqual(['Gialai'])
  })

  it('reads public-reports', async () => {
    const { meta, observations } = await openEdited({})
    expect(observations.fileName).toBe('public-reports/observations.csv')
    expect(observations.bytes).toEqual(await fetchFromDisk(`${datasetsUrl}public-reports/observations.csv`))
    expect(meta).toMatchObject({
      id: 'public-reports',
      simulated: false,
      licence: 'MIT License',
      reporters: ['63:36', '63:35', '63:84', '63:26', '63:58'],
      territorySets: ['63'],
      defaultView: { units: '63', time: { kind: 'report' } },
    })
    expect([meta.indicators, meta.breakdowns, meta.models, meta.sources].map((list) => list.length)).toEqual([62, 22, 26, 5])
    expect(meta.sources.map((source) => source.order)).toEqual([0, 1, 2, 3, 4])
    expect(meta.indicators.find((one) => one.code === 'commune_police_coverage_share')).toMatchObject({
      aggregation: 'ratio',
      numerator: 'commune_police_units_covered',
      denominator: 'commune_police_units_total',
      partOf: null,
    })
    expect(meta.codes.find((one) => one.value === 'explosive')).toEqual({
      key: 'item',
      value: 'explosive',
      label: { vi: 'Thuốc nổ', en: 'Explosive' },
      unit: 'gram',
      parent: 'explosives',
      order: 9,
    })
    expect(meta.models[7]).toMatchObject({ id: 'S001-M02', territory: '63:35', started: '2022-03', movement: 'dan_van_kheo' })
    expect(meta.models[7]?.observationIds).toHaveLength(10)
    expect(meta.models.filter((model) => model.movementBasis === 'inferred')).toHaveLength(12)
    expect(meta.schema).toBe(`ds_${meta.fingerprint}`)
    expect(meta.fingerprint).toMatch(/^[0-9a-f]{8}$/)
  })

  it('asks only for files of the two packages, each once', async () => {
    const asked: string[] = []
    await openEdited({}, async (url) => {
      asked.push(url.slice(datasetsUrl.length))
      return fetchFromDisk(url)
    })
    const package1 = ['datapackage', 'observations', 'codes', 'indicators', 'sources', 'breakdowns', 'models']
    expect(asked.sort()).toEqual(
      [
        'catalog.json',
        ...['datapackage.json', 'provinces.csv', 'aliases.csv', 'populations.csv', 'commune-units.csv'].map(
          (file) => `reference/${file}`,
        ),
        ...package1.map((name) => `public-reports/${name}.${name === 'datapackage' ? 'json' : 'csv'}`),
      ].sort(),
    )
  })
})

describe('the fingerprint', () => {
  it('changes with a figure and with a rule, not with a label', async () => {
    const plain = (await openEdited({ 'public-reports/codes.csv': (text) => `${text}\n` })).meta.fingerprint
    const label = (await openEdited({ 'public-reports/indicators.csv': replace('Tips supplied by the public', 'Tips') })).meta
    const figure = (await openEdited({ 'public-reports/observations.csv': replace(',8968,', ',8969,') })).meta
    const rule = (await openEdited({ 'public-reports/breakdowns.csv': replace('holder,additive', 'holder,not_additive') })).meta
    expect(label.indicators[0]?.label.en).toBe('Tips')
    expect(label.fingerprint).toBe(plain)
    expect(new Set([plain, figure.fingerprint, rule.fingerprint]).size).toBe(3)
  })
})

describe('what a package may do', () => {
  it('leave out breakdowns, models, hashes, the order of sources and the default view', async () => {
    const { meta } = await openEdited({
      'public-reports/datapackage.json': (text) => {
        const manifest = JSON.parse(text)
        const left = ['observations', 'indicators', 'codes', 'sources']
        manifest.resources = manifest.resources.filter((one: { name: string }) => left.includes(one.name))
        manifest.danVanAtlas = { ...manifest.danVanAtlas, sourceOrder: [], defaultView: {} }
        return JSON.stringify(manifest)
      },
    })
    expect([meta.breakdowns, meta.models, meta.defaultView]).toEqual([[], [], {}])
    expect(meta.sources.map((source) => source.id)).toEqual(['S000', 'S001', 'S002', 'S003', 'S004'])
  })

  it('trust its sources in another order than the file has', async () => {
    const { meta } = await openEdited({ 'public-reports/datapackage.json': replace('["S000", "S001"', '["S001", "S000"') })
    expect(meta.sources.map((source) => `${source.order} ${source.id}`).slice(0, 2)).toEqual(['0 S001', '1 S000'])
  })

  it.each([
    ['"ytd"', { kind: 'ytd' }],
    ['"last12m"', { kind: 'last', count: 12, grain: 'm' }],
    ['"2024"', { kind: 'window', from: '2024', to: '2024' }],
    ['"2019-Q1..2024-06"', { kind: 'window', from: '2019-Q1', to: '2024-06' }],
  ])('open on the time %s', async (time, read) => {
    const { meta } = await openEdited({ 'public-reports/datapackage.json': replace('"time": "report"', `"time": ${time}`) })
    expect(meta.defaultView).toEqual({ units: '63', time: read })
  })

  it('be written in decomposed letters, with a byte order mark and CRLF', async () => {
    const { meta } = await openEdited({
      'public-reports/codes.csv': (text) => `\uFEFF${text.normalize('NFD').replaceAll('\n', '\r\n')}`,
    })
    expect(meta.codes[0]?.label.vi).toBe('Nguồn tin quần chúng')
  })
})

describe('a package that is not what it says', () => {
  const catalog = readCatalog(fetchFromDisk, catalogUrl)

  it.each(['observations', 'indicators', 'models'])('is refused when one byte of %s differs from its hash', async (name) => {
    const file = `public-reports/${name}.csv`
    const flipped = editedFetch({ [file]: (text) => text.replace('Nam', 'Mam') }, { keepHashes: true })
    const failure = await failureOf(openEdited({}, flipped))
    expect([failure.code, failure.detail.file]).toEqual(['hash-differs', file])
  })

  it('is refused when only the standard hash is given, or only the own one', async () => {
    for (const drop of [/"sha256": \{[^}]*\}/, /"hash": "sha256:[0-9a-f]{64}",/g]) {
      const fetch = editedFetch(
        {
          'public-reports/datapackage.json': (text) => text.replace(drop, drop.global ? '' : '"sha256": {}'),
          'public-reports/codes.csv': replace('Public tips', 'Public hints'),
        },
        { keepHashes: true },
      )
      expect((await failureOf(openEdited({}, fetch))).code).toBe('hash-differs')
    }
  })

  it('is refused when the server sends its own page instead', async () => {
    for (const file of ['public-reports/datapackage.json', 'public-reports/codes.csv', 'reference/aliases.csv', 'catalog.json']) {
      const failure = await failureOf(openEdited({ [file]: () => '<!DOCTYPE html><html><body>Sign in</body></html>' }))
      expect([failure.code, failure.detail.file]).toEqual(['file-html', file])
    }
  })

  it('is refused when its id is not in the catalogue', async () => {
    const reference = await readReference(fetchFromDisk, await catalog)
    const failure = await failureOf(readPackage('local', { catalog: await catalog, ...reference, fetchBytes: fetchFromDisk }))
    expect([failure.code, failure.detail]).toEqual(['dataset-unknown', { names: ['local'] }])
  })

  it('passes on what the fetch says', async () => {
    const failure = await failureOf(
      openEdited({}, async (url) => {
        if (url.endsWith('models.csv')) throw new Failure('http-status', { status: 403 })
        return fetchFromDisk(url)
      }),
    )
    expect([failure.code, failure.detail]).toEqual(['http-status', { status: 403 }])
  })

  it('is refused when its tables are absurdly large', async () => {
    const failure = await failureOf(openEdited({ 'public-reports/codes.csv': (text) => text + ' '.repeat(16_000_000) }))
    expect(failure.detail.raw).toMatch(/^too-large: \d+$/)
  })

  it('is refused for a row with too many fields, with its line', async () => {
    const failure = await failureOf(openEdited({ 'public-reports/codes.csv': replace('Public tips,,,1', 'Public tips,,,1,') }))
    expect([failure.code, failure.detail]).toEqual([
      'package-invalid',
      { file: 'public-reports/codes.csv', line: 2, expected: 7, found: 8 },
    ])
  })
})

describe('a catalogue', () => {
  const first = { id: 'one', path: 'one/datapackage.json', title: { vi: 'Một', en: 'One' } }
  const good = { datasets: [first], default: 'one', reference: 'reference/datapackage.json' }

  const fake = { id: 'two', path: 'two/datapackage.json', title: { vi: 'Hai', en: 'Two' }, simulated: true }
  const read = (given: unknown) => readCatalog(async () => new TextEncoder().encode(JSON.stringify(given)), catalogUrl)

  it('says which datasets are simulated; one that does not say is not', async () => {
    const { datasets } = await read({ ...good, datasets: [first, fake] })
    expect(datasets.map(({ id, simulated }) => [id, simulated])).toEqual([
      ['one', false],
      ['two', true],
    ])
  })

  it('offers simulated datasets only where they are wanted', async () => {
    const catalog = await read({ ...good, datasets: [fake, first], default: 'two' })
    const offered = (simulatedData: boolean) => offeredCatalog(catalog, simulatedData)
    expect(offered(true)).toEqual(catalog)
    expect(offered(false).datasets.map(({ id }) => id)).toEqual(['one'])
    expect(offered(false).defaultId).toBe('one')
  })

  it('keeps its default where that one is offered, and names one that no page can open where nothing is', async () => {
    expect(offeredCatalog(await read({ ...good, datasets: [fake, first] }), false).defaultId).toBe('one')
    const onlyFake = offeredCatalog(await read({ ...good, datasets: [fake], default: 'two' }), false)
    const reference = await readReference(fetchFromDisk, await readCatalog(fetchFromDisk, catalogUrl))
    const failure = await failureOf(
      readPackage(onlyFake.defaultId, { catalog: onlyFake, ...reference, fetchBytes: fetchFromDisk }),
    )
    expect([onlyFake.datasets, failure.code]).toEqual([[], 'dataset-unknown'])
  })

  it.each([
    ['{', undefined, 'not-json'],
    [{ ...good, datasets: [{ ...first, simulated: 'yes' }] }, 'datasets[0].simulated', 'shape'],
    [{ ...good, datasets: [] }, 'datasets', 'shape'],
    [{ ...good, default: 'two' }, 'default', 'points-nowhere: two'],
    [{ ...good, datasets: [first, first] }, 'datasets[1].id', 'duplicate: one'],
    [{ ...good, datasets: [{ ...first, id: 'Một' }] }, 'datasets[0].id', 'shape'],
    [{ ...good, datasets: [{ ...first, title: { vi: 'Một' } }] }, 'datasets[0].title.en', 'shape'],
    [{ ...good, datasets: [{ ...first, path: '../config.json' }] }, 'datasets[0].path', 'path-refused: ../config.json'],
    [{ ...good, reference: 'https://evil.example/x.json' }, 'reference', 'path-refused: https://evil.example/x.json'],
  ])('is refused: %j', async (given, column, raw) => {
    const text = typeof given === 'string' ? given : JSON.stringify(given)
    const failure = await failureOf(readCatalog(async () => new TextEncoder().encode(text), catalogUrl))
    expect([failure.code, failure.detail.file, failure.detail.column]).toEqual(['package-invalid', 'catalog.json', column])
    expect(failure.detail.raw?.startsWith(raw)).toBe(true)
  })
})
