import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { assetsFolder } from '../../../src/commands/assets-folder.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folders = ['src/design/styles', 'src/design/scripts'].map((folder) => join(root, folder))

async function newest(folder: string): Promise<number> {
  const files = await readdir(folder)
  const changed = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).mtimeMs))
  return Math.max(0, ...changed)
}

/** In a process of its own: the build resolves packages in a way the runner of the specs does not know. */
async function build(): Promise<void> {
  const args = ['--conditions=source', '--import', 'tsx', 'tools/assets.ts']
  await promisify(execFile)(process.execPath, args, { cwd: root, timeout: 60_000 })
}

/** Builds the sheets and scripts when nobody has, or when one of them is newer than what was built. */
export async function haveAssets(): Promise<void> {
  const built = await stat(join(assetsFolder, 'manifest.json')).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
  const changed = await Promise.all(folders.map(newest))
  if (built < Math.max(...changed)) await build()
}

export default haveAssets
