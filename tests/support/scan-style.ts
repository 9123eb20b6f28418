import { NEWER_STYLES, type StylePart } from './newer-than-chrome-109.ts'
import type { NewerUse } from './scan-script.ts'

/** Uses of newer CSS in a style sheet. What stands under `@supports` has asked first and is left out. */
export function scanStyle(css: string): readonly NewerUse[] {
  return partsOf(css).flatMap((part) =>
    NEWER_STYLES.filter(({ found }) => found(part)).map(({ what, since }) => ({ what, since, excerpt: printed(part) })),
  )
}

/** At-rules, selectors and declarations in their order, comments and texts in quotes taken out. */
export function partsOf(css: string): readonly StylePart[] {
  const parts: StylePart[] = []
  const open: Block[] = []
  let text = ''
  const isAsked = () => open.includes('supports')
  const endDeclaration = () => {
    const at = text.indexOf(':')
    if (text.trim().startsWith('@') && !isAsked()) parts.push(opening(text.trim(), open))
    else if (at > 0 && !isAsked()) parts.push(declaration(text, at))
    text = ''
  }
  for (const letter of css.replace(QUOTED_OR_COMMENT, (found) => (found.startsWith('/*') ? ' ' : '""'))) {
    if (letter === '{') {
      const part = opening(text.trim(), open)
      if (part.kind === 'at-rule' && part.name === 'supports') open.push('supports')
      else {
        if (!isAsked()) parts.push(part)
        open.push(part.kind === 'selector' ? 'style' : 'at-rule')
      }
      text = ''
    } else if (letter === '}') {
      endDeclaration()
      open.pop()
    } else if (letter === ';') {
      endDeclaration()
    } else text += letter
  }
  if (open.length > 0) throw new SyntaxError(`a block that is not closed after ${parts.length} parts`)
  return parts
}

type Block = 'at-rule' | 'style' | 'supports'

const QUOTED_OR_COMMENT = /\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/g

function declaration(text: string, colon: number): StylePart {
  return {
    kind: 'declaration',
    name: text.slice(0, colon).trim().toLowerCase(),
    value: text
      .slice(colon + 1)
      .trim()
      .toLowerCase(),
  }
}

function opening(text: string, open: readonly Block[]): StylePart {
  const [, name, prelude] = /^@([\w-]+)\s*([\s\S]*)$/.exec(text) ?? []
  const isNested = open.includes('style')
  if (name !== undefined) return { kind: 'at-rule', name: name.toLowerCase(), prelude: prelude ?? '', isNested }
  return { kind: 'selector', text, isNested }
}

function printed(part: StylePart): string {
  if (part.kind === 'declaration') return `${part.name}: ${part.value}`
  return part.kind === 'selector' ? part.text : `@${part.name} ${part.prelude}`
}
