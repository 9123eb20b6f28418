import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDemoSimulated } from './build/demo-simulated.mjs'
import { buildNationalSimulated } from './build/national/national-simulated.mjs'
import { buildPublicReports, withAddedCodes } from './build/public-reports.mjs'
import { buildReference } from './build/reference.mjs'
import { readTable } from './build/table.mjs'
import { buildTemplates } from './build/templates.mjs'

// Writes the packages from the checked tables: `npm run datasets`, or `node datasets/build.mjs --out <folder>`.
// `--national` also writes the large simulated package, which takes some seconds; `--with-large-csv` that one with its CSV file.
// The same input gives the same bytes. catalog.json is kept by hand and never written here.
const here = dirname(fileURLToPath(import.meta.url))
const at = process.argv.indexOf('--out')
const out = at < 0 ? here : process.argv[at + 1]
if (!out) throw new Error('--out needs a folder')

const packages = {
  reference: buildReference(join(here, 'checked', 'reference')),
  'public-reports': buildPublicReports(join(here, 'checked', 'reports')),
  'demo-simulated': buildDemoSimulated(join(here, 'checked')),
}

const withLargeCsv = process.argv.includes('--with-large-csv')
if (withLargeCsv || process.argv.includes('--national')) {
  const folder = join(out, 'national-simulated')
  const csv = join(folder, 'observations.csv')
  mkdirSync(folder, { recursive: true })
  if (withLargeCsv) writeFileSync(csv, '')
  packages['national-simulated'] = buildNationalSimulated({
    checkedFolder: join(here, 'checked'),
    reference: packages.reference,
    takeCsv: withLargeCsv ? (piece) => appendFileSync(csv, piece) : undefined,
  })
}

for (const [name, files] of Object.entries(packages)) {
  mkdirSync(join(out, name), { recursive: true })
  for (const [file, content] of files) writeFileSync(join(out, name, file), content)
  console.log(`${name}: ${files.size} files`)
}

const checked = join(here, 'checked')
const shared = (name) => readTable(join(checked, 'reports', `${name}.csv`))
const templates = await buildTemplates({
  codes: withAddedCodes(shared('codes')),
  indicators: shared('indicators'),
  breakdowns: shared('breakdowns'),
  checkedFolder: checked,
})
const templateFolder = at < 0 ? join(here, '..', 'public', 'templates') : join(out, 'templates')
mkdirSync(templateFolder, { recursive: true })
for (const [file, content] of templates) writeFileSync(join(templateFolder, file), content)
console.log(`templates: ${templates.size} files`)
