/** Colours of pictures; the page's own are in `ui/tokens.css`. A hue per domain that never changes. */
export interface Palette {
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly paper: string
  /** Ground of maps, and the outlines on it. */
  readonly land: string
  readonly border: string
  readonly domain: Readonly<Record<string, string>>
  readonly other: string
}

const LIGHT: Palette = {
  ink: '#1b2429',
  muted: '#56646b',
  line: '#d5dcdf',
  paper: '#ffffff',
  land: '#edf1f2',
  border: '#b4c0c5',
  domain: { tips: '#1f6fb4', models: '#2e7d4f', surrenders: '#b45a12', charity: '#7a4aa3' },
  other: '#5a6b73',
}

const DARK: Palette = {
  ink: '#e8eef0',
  muted: '#a3b1b7',
  line: '#3a474d',
  paper: '#172025',
  land: '#26323a',
  border: '#4b5b63',
  domain: { tips: '#6db1ee', models: '#73c596', surrenders: '#f0a265', charity: '#c29ae6' },
  other: '#9fb0b8',
}

export function palette(dark: boolean): Palette {
  return dark ? DARK : LIGHT
}

/** The page's own typeface, then the system's. */
export const PICTURE_FONT = "'Inter Variable', system-ui, 'Segoe UI', sans-serif"
