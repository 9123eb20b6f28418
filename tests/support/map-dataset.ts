import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { catalogUrl, fetchFromDisk } from './dataset-files.ts'
import { mapWorld } from './map-states.ts'

/** The hand-made dataset with every province of both lists, read from the disk. */
export async function mapDataset(): Promise<Dataset> {
  const { territories } = await readReference(fetchFromDisk, await readCatalog(fetchFromDisk, catalogUrl))
  return mapWorld(territories)
}
