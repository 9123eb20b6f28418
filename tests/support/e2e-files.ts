import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { datasetsFolder } from './dataset-files.ts'

/** A file that a reader has on the machine. */
export interface OwnFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const HEADINGS = 'Danh mục tỉnh;Mã tỉnh;Mã chỉ tiêu;Từ ngày;Đến ngày;Số liệu;Mã nguồn'

/** A filled-in form: one row of tips of 2024 for each province with its number. */
export function tipsFile(name: string, ...rows: readonly (readonly [place: string, value: string])[]): OwnFile {
  const lines = rows.map(([place, value]) => `63;${place};tips_received;1/1/2024;31/12/2024;${value};`)
  return textFile(name, `\uFEFF${[HEADINGS, ...lines].join('\r\n')}\r\n`)
}

export function textFile(name: string, text: string): OwnFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') }
}

/** A file of a published package, under a name of the reader's own. */
export async function publishedFile(path: string, name: string): Promise<OwnFile> {
  return { name, mimeType: 'application/octet-stream', buffer: await readFile(join(datasetsFolder, path)) }
}

/** Opens the dialog and chooses files in it. */
export async function chooseFiles(page: Page, ...files: OwnFile[]): Promise<void> {
  await page.getByRole('button', { name: /^(Mở tệp|Open a file)$/ }).click()
  await pick(page, page.getByRole('dialog'), ...files)
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Answers the window of the browser in which files are chosen. */
export async function pick(page: Page, place: Locator, ...files: OwnFile[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await place.getByRole('button', { name: /^(Chọn tệp…|Choose files…)$/ }).click()
  const chooser = await choosing
  expect(chooser.isMultiple()).toBe(true)
  await chooser.setFiles([...files])
}

/** Drags files over the page and drops them. */
export async function dropFiles(page: Page, ...files: OwnFile[]): Promise<void> {
  const contents = files.map(({ name, buffer }) => ({ name, bytes: [...buffer] }))
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, bytes } of all) transfer.items.add(new File([new Uint8Array(bytes)], name))
    return transfer
  }, contents)
  await page.dispatchEvent('body', 'dragenter', { dataTransfer })
  await expect(page.getByText('Thả tệp vào đây để mở')).toBeVisible()
  await page.dispatchEvent('body', 'dragover', { dataTransfer })
  await page.dispatchEvent('body', 'drop', { dataTransfer })
  await expect(page.getByText('Thả tệp vào đây để mở')).toHaveCount(0)
}

/** What the page says of the files that were opened last. */
export function filesStrip(page: Page): Locator {
  return page.locator('[data-files]:not([data-files="opening"])')
}
