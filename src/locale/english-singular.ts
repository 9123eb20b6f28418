/** An English label of a unit as it stands behind 1: `models` → `model`, `meals per week` → `meal per week`. */
export function englishSingular(label: string): string {
  const [, head = '', rest = ''] = /^(.*?)( per .*)?$/.exec(label) ?? []
  return head.replace(/[a-z]+$/, singularOf) + rest
}

function singularOf(word: string): string {
  if (word === 'people') return 'person'
  if (word === 'series' || word === 'species') return word
  if (/[a-z]{2}ies$/.test(word)) return word.replace(/ies$/, 'y')
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[a-rt-z]s$/.test(word) && word.length > 2 ? word.slice(0, -1) : word
}
