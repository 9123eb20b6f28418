/** CIE L* of a colour `#rrggbb`: 0 for black, 100 for white. It is what is left of a colour in grey print. */
export function lightness(colour: string): number {
  const y = luminance(colour)
  return y <= 216 / 24389 ? (y * 24389) / 27 : 116 * Math.cbrt(y) - 16
}

/** Relative luminance of WCAG, from 0 to 1. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The same hue, lighter or darker, until its lightness is the one asked for. */
export function atLightness(hue: string, wanted: number): string {
  const end = lightness(hue) < wanted ? '#ffffff' : '#000000'
  let [near, far] = [0, 1]
  for (let step = 0; step < 16; step += 1) {
    const share = (near + far) / 2
    const isBefore = Math.abs(lightness(mix(hue, end, share)) - lightness(hue)) < Math.abs(wanted - lightness(hue))
    if (isBefore) near = share
    else far = share
  }
  return mix(hue, end, far)
}

/** `share` of `to` in `from`. */
export function mix(from: string, to: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16)
  const mixed = [0, 1, 2].map((at) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
