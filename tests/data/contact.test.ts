import { describe, expect, it } from 'vitest'
import { readContact } from '../../src/data/contact.ts'

const PAGE = 'https://atlas.example/ninh-binh/?d=public-reports'
const read = (contact: string, allowed: { data?: string[]; embed?: string[] } = {}) =>
  readContact({ contact, allowedDataOrigins: allowed.data ?? [], allowedEmbedOrigins: allowed.embed ?? [] }, PAGE)

describe('whom to tell of a wrong figure', () => {
  it('is nobody where nothing is set', () => {
    expect(read('')).toBeNull()
  })

  it.each(['pv05@example.vn', 'mailto:pv05@example.vn', 'MAILTO:pv05@example.vn'])('is an address: %s', (contact) => {
    expect(read(contact)).toEqual({ kind: 'mail', address: 'pv05@example.vn' })
  })

  it.each([
    ['https://atlas.example/bao-sai', 'https://atlas.example/bao-sai'],
    ['/bao-sai/', 'https://atlas.example/bao-sai/'],
    ['./bao-sai.html', 'https://atlas.example/ninh-binh/bao-sai.html'],
  ])('is a page of the same server: %s', (contact, url) => {
    expect(read(contact)).toEqual({ kind: 'page', url })
  })

  it('is a page of another server only where the configuration allows that', () => {
    const contact = 'https://portal.example/bao-sai'
    expect(read(contact)).toEqual({ kind: 'words', text: contact })
    expect(read(contact, { data: ['https://portal.example'] })).toEqual({ kind: 'page', url: contact })
    expect(read(contact, { embed: ['https://portal.example'] })).toEqual({ kind: 'page', url: contact })
    expect(read(contact, { embed: ['http://portal.example'] })).toEqual({ kind: 'words', text: contact })
  })

  it.each([
    'Phòng PV05, 0228 000 000',
    'javascript:alert(1)',
    '//evil.example/bao-sai',
    'pv05@example.vn?bcc=somebody@evil.example',
    'pv05@example.vn, somebody@evil.example',
    'mailto:Phòng PV05',
    'data:text/html,x',
    'https://',
  ])('is words otherwise, never a link: %s', (contact) => {
    expect(read(contact)).toEqual({ kind: 'words', text: contact })
  })
})
