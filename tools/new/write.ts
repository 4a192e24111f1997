import { access, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Files that are about to be: what each says, by its place. */
export type NewFiles = Readonly<Record<string, string>>

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** Writes files that are not there yet. @throws before it writes anything, when one is */
export async function writeNew(root: string, files: NewFiles): Promise<void> {
  for (const path of Object.keys(files)) {
    if (await exists(join(root, path))) throw new Error(`${path} is there already`)
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}
