import { root } from '../source.ts'
import { type Ran, run } from './run.ts'

/**
 * Looks for files, packages, exports and types that nothing takes.
 * @param folder that holds knip.jsonc and package.json
 */
export const findUnused = (folder: string = root): Promise<Ran> =>
  run('knip/bin/knip.js', ['--no-progress', '--directory', folder], 180)
