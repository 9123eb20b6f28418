/** A field of a Table Schema; what it means in one English sentence, constraints after the standard. */
export function field(name, type, description, constraints) {
  return { name, type, description, ...(constraints ? { constraints } : {}) }
}

export function text(name, description, constraints) {
  return field(name, 'string', description, constraints)
}

/** A column that must be filled. */
export function needed(name, description, constraints = {}) {
  return text(name, description, { required: true, ...constraints })
}

/** A pair of columns, Vietnamese and English: both filled or both empty. */
export function pair(name, description, constraints) {
  return [
    text(`${name}_vi`, `${description}, in Vietnamese`, constraints),
    text(`${name}_en`, `${description}, in English`, constraints),
  ]
}

export const CODE = '^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$'
export const PROVINCE_CODE = '^[0-9]{2}$'
export const TERRITORY_SETS = ['63', '34']

/** Column names of a resource, in file order. */
export function columnsOf(schema) {
  return schema.fields.map((one) => one.name)
}
