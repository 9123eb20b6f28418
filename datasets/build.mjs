import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDemoSimulated } from './build/demo-simulated.mjs'
import { buildPublicReports, withAddedCodes } from './build/public-reports.mjs'
import { buildReference } from './build/reference.mjs'
import { readTable } from './build/table.mjs'
import { buildTemplates } from './build/templates.mjs'

// Writes the packages from the checked tables: `npm run datasets`, or `node datasets/build.mjs --out <folder>`.
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
