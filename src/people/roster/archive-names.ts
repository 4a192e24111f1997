import { refused } from './refused.ts'

/** What a Mac or Windows adds when a person zips a folder; no part of a roster. */
const isClutter = (path: string): boolean =>
  path.startsWith('__MACOSX/') || /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/.test(path)

/**
 * Says where each file of a roster stands in the zip: all at the top, or all together in one folder, which
 * is what zipping a folder makes. Directories and the clutter of operating systems are passed over.
 *
 * @param paths entry names as the zip gives them, already known to stay inside it
 * @returns the plain file name and the place of its entry in `paths`
 * @throws RosterRefused when files stand in several folders or one name comes twice
 */
export function filesByName(paths: readonly string[]): Map<string, number> {
  const real = paths
    .map((path, index) => ({ path, index }))
    .filter((e) => !e.path.endsWith('/') && !isClutter(e.path))
  const top = real[0]?.path.includes('/') === true ? real[0].path.split('/', 1)[0] + '/' : ''

  const files = new Map<string, number>()
  for (const { path, index } of real) {
    const name = path.slice(top.length)
    if (!path.startsWith(top) || name.includes('/')) throw refused('nested_folders')
    if (files.has(name)) throw refused('duplicate_entry', { file: shown(name) })
    files.set(name, index)
  }
  return files
}

/** An entry name fit to stand in a sentence: bounded, and without characters that cannot be shown. */
export const shown = (name: string): string => name.slice(0, 100).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?')
