import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const project = resolve(import.meta.dirname, '..')
const folder = join(project, 'public/server-samples')
const names = readdirSync(folder).sort()
const sampleOf = (name: string) => readFileSync(join(folder, name), 'utf8')
const policy = /^default-src 'none';.*$/m.exec(readFileSync(join(project, 'README.md'), 'utf8'))?.[0]

describe('the samples for servers', () => {
  it('are texts that any server gives and none obeys', () => {
    expect(names).toEqual(['apache-htaccess.txt', 'iis-web.config.txt', 'nginx.conf.txt'])
  })

  it.each(names)('%s has the policy of README.md and no other', (name) => {
    const found = [...sampleOf(name).matchAll(/default-src [^"\n]*/g)].map(([text]) => text)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found)).toEqual(new Set([policy]))
  })

  it.each(names)('%s says in two languages that nobody needs it, and on what it was tried', (name) => {
    expect(sampleOf(name)).toContain('không bắt buộc')
    expect(sampleOf(name)).toContain('never needed')
    expect(sampleOf(name)).toMatch(/(?:Tried on: \w+ \d+\.\d+\.\d+|Not tried on a server)/)
  })

  it('IIS takes away every entry before it sets it, and is left alone above the site', () => {
    const tags = tagsOf(sampleOf('iis-web.config.txt'))
    const set = tags.filter(({ name }) => name === 'mimeMap' || name === 'add')
    expect(set.length).toBeGreaterThan(6)
    for (const tag of set) expect(tags[tags.indexOf(tag) - 1]).toEqual({ ...tag, name: 'remove' })
    const sections = tags.filter(({ inside }) => inside === 'system.webServer').map(({ name }) => name)
    expect(new Set(sections)).toEqual(new Set(['staticContent', 'urlCompression', 'httpProtocol']))
  })
})

interface Tag {
  readonly name: string
  /** The ending or the header that it speaks of. */
  readonly of: string | undefined
  readonly inside: string | undefined
}

/** The tags of a small XML, in their order. Throws where they are not closed in turn. */
function tagsOf(xml: string): readonly Tag[] {
  const open: string[] = []
  const tags: Tag[] = []
  for (const [, close, name, rest] of xml.replace(/<!--[\s\S]*?-->|<\?.*?\?>/g, '').matchAll(/<(\/?)([\w.]+)([^>]*)>/g)) {
    if (close && open.pop() !== name) throw new SyntaxError(`</${name}> closes another tag`)
    if (close || name === undefined) continue
    tags.push({ name, of: /(?:fileExtension|name)="([^"]+)"/.exec(rest ?? '')?.[1], inside: open.at(-1) })
    if (!rest?.endsWith('/')) open.push(name)
  }
  if (open.length > 0) throw new SyntaxError(`<${open.at(-1)}> is not closed`)
  return tags
}
