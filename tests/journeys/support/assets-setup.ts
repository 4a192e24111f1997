import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAssets } from '#design/assets.ts'
import { assetsFolder } from '../../../src/commands/web.ts'

const sheets = fileURLToPath(new URL('../../../src/design/styles/', import.meta.url))

async function newest(folder: string): Promise<number> {
  const files = await readdir(folder)
  const changed = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).mtimeMs))
  return Math.max(0, ...changed)
}

/** Builds the sheets when nobody has, or when one of them is newer than what was built. */
export default async function setup(): Promise<void> {
  const built = await stat(join(assetsFolder, 'manifest.json')).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
  if (built < (await newest(sheets))) await buildAssets(assetsFolder)
}
