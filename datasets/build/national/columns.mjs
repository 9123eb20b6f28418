import { createHash } from 'node:crypto'

/**
 * Rows of a Table Schema kept as columns: of text and days each different cell once, with its number for every row; columns named
 * in `unlike` hold a text of their own in every row. Numbers are numbers, null for an empty cell.
 */
export function createColumns({ fields }, unlike = []) {
  const columns = fields.map((field) => {
    if (field.type === 'number' || field.type === 'integer') return numberColumn(field)
    return unlike.includes(field.name) ? unlikeColumn(field) : textColumn(field)
  })
  let length = 0
  return {
    columns,
    get length() {
      return length
    },
    add(row) {
      for (const column of columns) {
        if (row[column.name] === undefined) throw new Error(`row ${length + 1} has no ${column.name}`)
        column.add(row[column.name])
      }
      length += 1
    },
  }
}

/**
 * Gives the CSV file of the columns piece by piece to `take`, the same bytes that a table of rows would be written in: UTF-8, LF,
 * quotes only where needed. Answers its length and SHA-256.
 */
export function writeCsv({ columns, length }, take = () => {}) {
  const hash = createHash('sha256')
  let bytes = 0
  const put = (text) => {
    const piece = Buffer.from(text.normalize('NFC'), 'utf8')
    hash.update(piece)
    bytes += piece.length
    take(piece)
  }
  put(`${columns.map(({ name }) => quoted(name)).join(',')}\n`)
  const cells = columns.map((column) => column.cells())
  for (let from = 0; from < length; from += PIECE) {
    let text = ''
    for (let row = from; row < Math.min(length, from + PIECE); row++) {
      text += cells[0](row)
      for (let at = 1; at < cells.length; at++) text += `,${cells[at](row)}`
      text += '\n'
    }
    put(text)
  }
  return { bytes, hash: hash.digest('hex') }
}

const PIECE = 20_000

function textColumn({ name, type }) {
  const known = new Map([['', 0]])
  const values = ['']
  const ids = growing(Int32Array)
  return {
    ...{ name, type, values, kind: 'dictionary' },
    ids: () => ids.taken(),
    add(value) {
      let id = known.get(value)
      if (id === undefined) {
        id = values.push(value) - 1
        known.set(value, id)
      }
      ids.add(id)
    },
    cells() {
      const printed = values.map(quoted)
      const all = ids.taken()
      return (row) => printed[all[row]]
    },
  }
}

function unlikeColumn({ name, type }) {
  const values = []
  return { name, type, values, kind: 'unlike', add: (value) => values.push(value), cells: () => (row) => quoted(values[row]) }
}

function numberColumn({ name, type }) {
  const numbers = growing(Float64Array)
  return {
    ...{ name, type, kind: 'numbers' },
    numbers: () => numbers.taken(),
    add: (value) => numbers.add(value === null ? Number.NaN : value),
    cells() {
      const all = numbers.taken()
      return (row) => (Number.isNaN(all[row]) ? '' : String(all[row]))
    },
  }
}

/** A typed array that doubles when it is full. */
function growing(Kind) {
  let all = new Kind(1_024)
  let length = 0
  return {
    add(value) {
      if (length === all.length) {
        const larger = new Kind(all.length * 2)
        larger.set(all)
        all = larger
      }
      all[length] = value
      length += 1
    },
    taken: () => all.subarray(0, length),
  }
}

function quoted(cell) {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
