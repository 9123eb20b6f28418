/** What Chrome got after version 109, the last one for Windows 7 and 8.1. `since` is the first version that has it. */
export interface NewerApi {
  /** `Object.groupBy`, `Array.prototype.toSorted`, `DisposableStack`; `TypedArray` stands for what all typed arrays share. */
  readonly path: string
  readonly since: number
  /** Its name is so common that only a browser without it shows whether it is used. */
  readonly common?: boolean
}

const named = (since: number, holder: string, names: string, common = false): readonly NewerApi[] =>
  names.split(' ').map((name) => ({ path: holder ? `${holder}.${name}` : name, since, common }))

export const NEWER_APIS: readonly NewerApi[] = [
  ...named(110, 'Array.prototype', 'toSorted toReversed toSpliced with'),
  ...named(110, 'TypedArray.prototype', 'toSorted toReversed with'),
  ...named(111, 'String.prototype', 'isWellFormed toWellFormed'),
  ...named(111, 'ArrayBuffer.prototype', 'resizable maxByteLength'),
  ...named(111, 'ArrayBuffer.prototype', 'resize', true),
  ...named(111, 'Document.prototype', 'startViewTransition'),
  ...named(113, 'URLSearchParams.prototype', 'size', true),
  ...named(114, 'ArrayBuffer.prototype', 'transferToFixedLength detached'),
  ...named(114, 'ArrayBuffer.prototype', 'transfer', true),
  ...named(114, 'HTMLElement.prototype', 'popover showPopover hidePopover togglePopover'),
  ...named(115, '', 'ScrollTimeline ViewTimeline'),
  ...named(116, 'AbortSignal', 'any'),
  ...named(117, 'Object', 'groupBy'),
  ...named(117, 'Map', 'groupBy'),
  ...named(119, 'Promise', 'withResolvers'),
  ...named(120, 'URL', 'canParse'),
  ...named(121, 'Array', 'fromAsync'),
  ...named(121, 'HTMLSelectElement.prototype', 'showPicker', true),
  ...named(121, '', 'EditContext'),
  ...named(122, 'Set.prototype', 'union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom'),
  ...named(122, 'Iterator.prototype', 'map filter take drop flatMap reduce forEach some every find', true),
  ...named(122, 'Iterator.prototype', 'toArray'),
  ...named(122, '', 'Iterator'),
  ...named(124, 'ReadableStream.prototype', 'values', true),
  ...named(124, 'Element.prototype', 'setHTMLUnsafe'),
  ...named(124, 'Document', 'parseHTMLUnsafe'),
  ...named(125, 'Element.prototype', 'getHTML'),
  ...named(126, 'URL', 'parse'),
  ...named(126, '', 'CloseWatcher'),
  ...named(128, 'Promise', 'try'),
  ...named(128, 'Document.prototype', 'caretPositionFromPoint'),
  ...named(129, 'Intl', 'DurationFormat'),
  ...named(129, 'Scheduler.prototype', 'yield', true),
  ...named(132, 'Response.prototype', 'bytes', true),
  ...named(132, 'Blob.prototype', 'bytes', true),
  ...named(133, 'Element.prototype', 'moveBefore'),
  ...named(134, 'Error', 'isError'),
  ...named(134, 'Symbol', 'dispose asyncDispose'),
  ...named(134, '', 'DisposableStack AsyncDisposableStack SuppressedError'),
  ...named(134, 'HTMLDialogElement.prototype', 'requestClose'),
  ...named(135, 'DataView.prototype', 'getFloat16 setFloat16'),
  ...named(135, 'Math', 'f16round'),
  ...named(135, '', 'Float16Array'),
  ...named(136, 'RegExp', 'escape'),
  ...named(137, 'WebAssembly', 'Suspending promising JSTag'),
  ...named(137, 'Selection.prototype', 'getComposedRanges'),
  ...named(140, 'Uint8Array', 'fromBase64 fromHex'),
  ...named(140, 'Uint8Array.prototype', 'toBase64 toHex setFromBase64 setFromHex'),
  ...named(144, '', 'Temporal'),
  ...named(145, 'Map.prototype', 'getOrInsert getOrInsertComputed'),
  ...named(147, 'Math', 'sumPrecise'),
]

/** A part of a style sheet, as `scan-style.ts` cuts it. */
export type StylePart =
  | { readonly kind: 'at-rule'; readonly name: string; readonly prelude: string; readonly isNested: boolean }
  | { readonly kind: 'selector'; readonly text: string; readonly isNested: boolean }
  | { readonly kind: 'declaration'; readonly name: string; readonly value: string }

export interface NewerStyle {
  readonly what: string
  readonly since: number
  found(part: StylePart): boolean
}

const property = (since: number, name: RegExp, what: string): NewerStyle => ({
  what,
  since,
  found: (part) => part.kind === 'declaration' && name.test(part.name),
})
const value = (since: number, pattern: RegExp, what: string): NewerStyle => ({
  what,
  since,
  found: (part) => part.kind === 'declaration' && pattern.test(part.value),
})
const selector = (since: number, pattern: RegExp, what: string): NewerStyle => ({
  what,
  since,
  found: (part) => part.kind === 'selector' && pattern.test(part.text),
})
const atRule = (since: number, name: RegExp, what: string, prelude = /(?:)/): NewerStyle => ({
  what,
  since,
  found: (part) => part.kind === 'at-rule' && name.test(part.name) && prelude.test(part.prelude),
})

export const NEWER_STYLES: readonly NewerStyle[] = [
  property(110, /^initial-letter$/, 'initial-letter'),
  value(111, /\bcolor-mix\(/, 'color-mix()'),
  value(111, /(?<![\w-])(?:oklch|oklab|lch|lab|color)\(/, 'a colour of a wide space'),
  value(111, /(?<![\w-])(?:sin|cos|tan|asin|acos|atan|atan2)\(/, 'trigonometry'),
  value(111, /(?<![\w.-])[\d.]+(?:rlh|rex|rch|cap|rcap|ic|ric)\b/, 'a unit of the root’s letters'),
  property(111, /^view-transition-name$/, 'view-transition-name'),
  selector(111, /:nth-(?:last-)?child\([^)]*\bof\b/, ':nth-child(… of …)'),
  atRule(111, /^container$/, '@container style()', /\bstyle\(/),
  { what: 'nesting', since: 112, found: (part) => part.kind !== 'declaration' && part.isNested },
  property(112, /^animation-composition$/, 'animation-composition'),
  value(113, /(?<![\w-])linear\(/, 'linear()'),
  value(113, /(?<![\w-])image-set\(/, 'image-set()'),
  property(114, /^text-wrap(?:-style|-mode)?$/, 'text-wrap'),
  property(114, /^white-space-collapse$/, 'white-space-collapse'),
  selector(114, /:popover-open/, ':popover-open'),
  property(115, /^(?:animation-(?:timeline|range.*)|(?:scroll|view)-timeline.*|timeline-scope)$/, 'scroll-driven animation'),
  value(117, /\bsubgrid\b/, 'subgrid'),
  property(117, /^(?:transition-behavior|overlay)$/, 'transition-behavior'),
  value(117, /\ballow-discrete\b/, 'allow-discrete'),
  atRule(117, /^starting-style$/, '@starting-style'),
  atRule(118, /^scope$/, '@scope'),
  value(119, /(?:rgba?|hsla?|hwb)\(\s*from\b/, 'a relative colour'),
  selector(119, /:user-(?:in)?valid/, ':user-valid'),
  selector(120, /:dir\(/, ':dir()'),
  property(120, /^mask(?:-.*)?$/, 'mask without its prefix'),
  value(120, /(?<![\w-])(?:exp|hypot|log|pow|sqrt)\(/, 'powers'),
  property(121, /^scrollbar-(?:width|color)$/, 'scrollbar-width, scrollbar-color'),
  property(123, /^field-sizing$/, 'field-sizing'),
  property(123, /^text-spacing-trim$/, 'text-spacing-trim'),
  value(123, /\blight-dark\(/, 'light-dark()'),
  property(125, /^(?:anchor-(?:name|scope)|position-(?:anchor|area|try.*|visibility)|inset-area)$/, 'anchor positioning'),
  value(125, /(?<![\w-])anchor(?:-size)?\(/, 'anchor()'),
  atRule(125, /^position-try$/, '@position-try'),
  value(125, /(?<![\w-])(?:round|mod|rem)\(/, 'round(), mod(), rem()'),
  selector(125, /:state\(/, ':state()'),
  property(127, /^font-size-adjust$/, 'font-size-adjust'),
  property(129, /^interpolate-size$/, 'interpolate-size'),
  value(129, /\bcalc-size\(/, 'calc-size()'),
  selector(131, /::details-content/, '::details-content'),
  atRule(131, /^(?:top|bottom|left|right)-/, 'boxes in the margin of a printed page'),
  property(133, /^text-box(?:-.*)?$/, 'text-box'),
  value(133, /\battr\([^)]*\b(?:type\(|px|%|number)/, 'attr() of a type'),
  selector(133, /:open\b/, ':open'),
  property(135, /^corner-.*shape$/, 'corner-shape'),
  selector(135, /::(?:scroll-button|scroll-marker|checkmark|picker)/, 'parts of a customised control'),
  property(136, /^print-color-adjust$/, 'print-color-adjust without its prefix'),
  value(137, /(?<![\w-])if\(/, 'if()'),
  value(138, /(?<![\w-])(?:abs|sign|sibling-index|sibling-count)\(/, 'abs(), sign(), sibling-index()'),
  atRule(139, /^function$/, '@function'),
]
