import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../source.ts'

/** Specs that kill, restart or wait for real processes: left out of `npm run check`. */
const slowPatterns = [
  'src/platform/database/embedded*.spec.ts',
  'src/platform/database/binaries.spec.ts',
  '**/*.slow.spec.ts',
]
const patterns = [
  'src',
  'tests/even',
  'tests/oracle',
  'tests/promises',
  'tests/riverside',
  'tests/walks',
  'tools',
].map((folder) => `${folder}/**/*.spec.{ts,tsx}`)
const within = { cwd: root, exclude: ['**/node_modules/**', 'dist/**'] }
const found = (glob: string | string[]) => globSync(glob, within).map((file) => file.replaceAll('\\', '/'))
const slow = found(slowPatterns)
const quick = found(patterns).filter((file) => !slow.includes(file))

/** Promises, and specs that import from tests, may work on a database; the others need no server. */
export const needsServer = (file: string) =>
  file.startsWith('tests/promises/') ||
  /from '(?:#tests\/|.*\/support\/)/.test(readFileSync(join(root, file), 'utf8'))

/** The projects of vitest.config.ts and the files of each. */
export const projects = {
  pure: quick.filter((file) => !needsServer(file)),
  database: quick.filter(needsServer),
  slow,
  journeys: found('tests/journeys/**/*.journey.ts'),
}
export type Project = keyof typeof projects

/** How many files each has at least: when many are not found any more, that is no reason to be content. */
export const floors: Record<Project, number> = { pure: 140, database: 400, slow: 21, journeys: 55 }
