import { existsSync, globSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = `${root}dist/src/main.js`
const sources = ['{src,database}/**/*.{ts,tsx,sql,css}', 'tests/riverside/**/*.ts']
const changedAt = (file: string) => statSync(file).mtimeMs

/** Whether what was built is there, and nothing it was built from has changed since. */
const isBuilt = () =>
  existsSync(built) &&
  globSync(sources, { cwd: root })
    .filter((file) => !/\.spec\.tsx?$/.test(file))
    .every((file) => changedAt(`${root}${file}`) <= changedAt(built))

/**
 * What node is given to start the product: what was built where that is as new as its sources, since it
 * starts in a tenth of the time, and else the sources themselves.
 */
export const program = (): readonly string[] =>
  isBuilt() ? [built] : ['--conditions=source', '--import', 'tsx', `${root}src/main.ts`]
