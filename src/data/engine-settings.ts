/** Memory the engine may take where nothing else is said. */
export const DEFAULT_MEMORY_LIMIT = '2GB'

/**
 * Statements run on a new database before any other, in this order; the last one makes them final.
 * Nothing is fetched, no file but `ds/…` is read, and x / 0 is NULL instead of infinity.
 */
export function engineSettings(memoryLimit: string): readonly string[] {
  if (!/^[0-9]+(?:MB|GB)$/.test(memoryLimit)) throw new RangeError(`not a memory limit: ${memoryLimit}`)
  return [
    'SET autoload_known_extensions = false',
    'SET autoinstall_known_extensions = false',
    'SET allow_community_extensions = false',
    'SET ieee_floating_point_ops = false',
    `SET memory_limit = '${memoryLimit}'`,
    "SET allowed_directories = ['ds/']",
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ]
}

/** A phone's page is killed before the engine reports that memory is out; `gigabytes` is `navigator.deviceMemory`. */
export function memoryLimitFor(gigabytes: number | undefined): string {
  if (gigabytes === undefined || gigabytes > 4) return DEFAULT_MEMORY_LIMIT
  return gigabytes > 2 ? '1GB' : '512MB'
}
