import { expect, type Locator, type Page } from '@playwright/test'
import { readRecords } from './dataset-files.ts'

/** A row of the grounds as the panel shows it; `reason` is empty for a term. */
export interface ShownRow {
  readonly reason: string
  readonly printed: string
  readonly facts: Readonly<Record<string, string>>
}

/** The panel "Số này từ đâu?" as it is read. */
export interface Grounds {
  readonly figure: string
  readonly what: string
  readonly formula: string
  readonly terms: readonly ShownRow[]
  readonly leftOut: readonly ShownRow[]
}

/** Opens the grounds of a figure. */
export async function openGrounds(page: Page, figure: Locator): Promise<Grounds> {
  await figure.click()
  return readGrounds(page)
}

/** Reads the open panel. */
export async function readGrounds(page: Page): Promise<Grounds> {
  const panel = page.getByRole('dialog', { name: 'Số này từ đâu?' })
  await panel.locator('[data-row]').first().waitFor()
  return panel.evaluate(readPanel)
}

/** A figure with the panel that it opened, and whether Escape closed that and gave the focus back. */
export interface Questioned {
  readonly shown: string
  readonly grounds: Grounds
  readonly closed: boolean
  readonly focused: boolean
}

/** Opens the grounds of every figure on the page, one after the other, in the page itself: there are hundreds of them. */
export async function questionAll(page: Page): Promise<readonly Questioned[]> {
  return page.evaluate(`(${questionEach})(${readPanel})`)
}

async function questionEach(read: (panel: Element) => Grounds): Promise<Questioned[]> {
  const until = async (holds: () => boolean) => {
    const start = performance.now()
    while (!holds() && performance.now() - start < 10_000) await new Promise(requestAnimationFrame)
    return holds()
  }
  const panel = () => document.querySelector('[role="dialog"]')
  const questioned: Questioned[] = []
  for (const figure of document.querySelectorAll<HTMLElement>('[data-figure]')) {
    figure.focus()
    figure.click()
    await until(() => Boolean(panel()?.querySelector('[data-row]')))
    const opened = panel()
    if (!opened) throw new Error(`no grounds of ${figure.innerText}`)
    const shown = figure.innerText
    const grounds = read(opened)
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
    const closed = await until(() => panel() === null)
    questioned.push({ shown, grounds, closed, focused: await until(() => document.activeElement === figure) })
  }
  return questioned
}

/** Stands by itself: it is run in the page. */
function readPanel(element: Element): Grounds {
  const text = (node: Element | null | undefined) => (node as HTMLElement | null | undefined)?.innerText.trim() ?? ''
  const rows = [...element.querySelectorAll<HTMLElement>('li[data-row]')].map((row) => {
    const lines = [...row.querySelectorAll(':scope > p')].map(text)
    const facts = [...row.querySelectorAll('dl > div')].map((fact) => [
      text(fact.querySelector('dt')),
      text(fact.querySelector('dd')),
    ])
    return { reason: lines.length > 1 ? (lines[0] ?? '') : '', printed: lines.at(-1) ?? '', facts: Object.fromEntries(facts) }
  })
  const headings = [...element.querySelectorAll('h3')]
  const [figure, what] = [...element.querySelectorAll('p')].map(text)
  return {
    figure: figure ?? '',
    what: what ?? '',
    formula: text(headings.find((heading) => text(heading) === 'Cách tính')?.nextElementSibling),
    terms: rows.filter((row) => row.reason === ''),
    leftOut: rows.filter((row) => row.reason !== ''),
  }
}

/** Closes the panel by key and expects the focus back on the figure that was asked about. */
export async function closeGrounds(page: Page, figure: Locator): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(figure).toBeFocused()
}

/** What is wrong with a figure's grounds, judged by the published rows; empty where they hold. */
export async function wrongWith(shown: string, grounds: Grounds, reasons: readonly string[]): Promise<string[]> {
  const published = await publishedRows()
  const rows = [...grounds.terms, ...grounds.leftOut]
  return [
    ...(grounds.figure.startsWith(shown) ? [] : [`the panel is about ${grounds.figure}`]),
    ...(grounds.terms.length > 0 ? [] : ['no term']),
    ...rows.flatMap((row) => rowProblems(row, published)),
    ...grounds.leftOut.filter(({ reason }) => !reasons.includes(reason)).map(({ reason }) => `reason ${reason}`),
    ...formulaProblems(shown, grounds, published),
  ]
}

type Published = ReadonlyMap<string, Record<string, string>>

let read: Promise<Published> | null = null

function publishedRows(): Promise<Published> {
  read ??= readRecords('public-reports/observations.csv').then(
    (rows) => new Map(rows.map((row, at) => [row.observation_id ?? '', { ...row, line: String(at + 2) }])),
  )
  return read
}

function idOf(row: ShownRow): string {
  return /S\d{3}-\d{3}/.exec(row.facts['Vị trí'] ?? '')?.[0] ?? ''
}

function rowProblems(row: ShownRow, published: Published): string[] {
  const fact = (name: string) => row.facts[name] ?? ''
  const told = published.get(idOf(row))
  if (!told) return [`no published row ${fact('Vị trí')}`]
  const place = `${told.locator}; public-reports/observations.csv, dòng ${told.line}; ${told.observation_id}`
  return [
    row.printed.startsWith(`“${told.printed}”`) ? '' : `printed ${row.printed}`,
    fact('Vị trí') === place ? '' : `place ${fact('Vị trí')}`,
    fact('Nguồn').length > 10 ? '' : 'no source',
    fact('Đơn vị báo cáo').startsWith(told.unit_name ?? '?') ? '' : `reporter ${fact('Đơn vị báo cáo')}`,
    fact('Thời gian') === '' ? 'no period' : '',
    (fact('Cần kiểm chứng') === told.verify_vi ? '' : `verify ${fact('Cần kiểm chứng')}`) || '',
  ].filter(Boolean)
}

/** The formula has the published numbers of its terms, gives its own result, and that is the figure on the button. */
function formulaProblems(shown: string, { formula, terms }: Grounds, published: Published): string[] {
  const values = terms.map((row) => published.get(idOf(row))?.value ?? '').filter(Boolean)
  if (!/\d/.test(shown)) return /\d/.test(formula) ? [`words, but ${formula}`] : []
  const [left = '', right = ''] = /[=≈]/.test(formula) ? formula.split(/[=≈]/) : ['', formula.replace(/^.*: /, '')]
  const result = numbersIn(right)[0] ?? Number.NaN
  const used = numbersIn(left.replaceAll(/“[^”]*”/g, ''))
  const problems: string[] = []
  if (left.includes(':')) {
    const [numerator = 0, denominator = 0, hundred] = used
    if (hundred !== 100 || Math.abs((100 * numerator) / denominator - result) > 1e-5) problems.push(`share ${formula}`)
    if (!values.map(Number).includes(denominator)) problems.push(`denominator ${formula}`)
  } else if (left === '') {
    if (Number(values[0]) !== result) problems.push(`${formula} of ${values}`)
  } else {
    if (sum(used) !== result) problems.push(`sum ${formula}`)
    if (used.toSorted(ascending).join() !== values.map(Number).toSorted(ascending).join())
      problems.push(`terms ${formula} of ${values}`)
  }
  return shownAs(shown, result) ? problems : [...problems, `${shown} is not ${result}`]
}

/** Rule 15 the other way round: whether `trên 5,28 tỷ đồng` can be printed for 5284000000. */
function shownAs(shown: string, value: number): boolean {
  const number = numbersIn(shown)[0] ?? Number.NaN
  const scale = shown.includes('tỷ') ? 1e9 : shown.includes('triệu') ? 1e6 : 1
  const decimals = /,(\d+)/.exec(shown)?.[1]?.length ?? 0
  const step = scale === 1 && decimals === 0 ? 0.5 : 10 ** -decimals
  const printed = number * scale
  if (/^(?:trên|hơn)/.test(shown)) return printed <= value && value - printed < step * scale
  return Math.abs(printed - value) <= step * scale
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d[\d.]*(?:,\d+)?/g)].map(([number]) => Number(number.replaceAll('.', '').replace(',', '.')))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

const ascending = (a: number, b: number) => a - b
