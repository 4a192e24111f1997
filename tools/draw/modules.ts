import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { filesLike, read, root } from '../source.ts'

/** One exported value, with the file that exports it. */
export type Exported = { file: string; name: string; value: unknown }

const asAddress = (path: string) => (process.platform === 'win32' ? pathToFileURL(path).href : path)

/** Loads files of the product and lists what they export. */
export async function exportsOf(files: readonly string[]): Promise<Exported[]> {
  const loaded = await Promise.all(
    files.map(async (file) => {
      const exported = (await import(/* @vite-ignore */ asAddress(join(root, file)))) as Record<
        string,
        unknown
      >
      return Object.entries(exported).map(([name, value]) => ({ file, name, value }))
    }),
  )
  return loaded.flat()
}

/** Files of the product whose text matches, specs left out. */
export const productFiles = (pattern: RegExp): string[] =>
  filesLike('src/**/*.{ts,tsx}').filter((file) => !/\.spec\.tsx?$/.test(file) && pattern.test(read(file)))

/** The module a file belongs to. */
export const moduleOf = (file: string): string => file.split('/')[1] as string
