import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { filesLike, root as ours } from '../source.ts'
import type { Drawing } from './drawing.ts'

/** Drawings that differ from what stands in the repository. */
export async function differing(drawings: readonly Drawing[], root: string = ours): Promise<string[]> {
  const standing = (path: string) => readFile(join(root, path), 'utf8').catch(() => undefined)
  const lists = drawings.map(async ({ path, text }) => ((await standing(path)) === text ? [] : [path]))
  return (await Promise.all(lists)).flat()
}

/** Files in docs/drawn that nothing draws any more. */
export function leftOver(drawings: readonly Drawing[], root: string = ours): string[] {
  const drawn = new Set(drawings.map(({ path }) => path))
  return filesLike('docs/drawn/**/*', root).filter((file) => !drawn.has(file))
}

export async function writeAll(drawings: readonly Drawing[], root: string = ours): Promise<void> {
  for (const { path, text } of drawings) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

export async function removeAll(paths: readonly string[], root: string = ours): Promise<void> {
  for (const path of paths) await rm(join(root, path))
}
