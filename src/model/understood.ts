/** What is understood of a cell that somebody left empty, or that Excel wrote in its own way. */
export type Understood = 'source' | 'province' | 'level' | 'basis' | 'unit' | 'qualifier' | 'date'
