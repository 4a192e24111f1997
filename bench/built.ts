import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { filesLike, root } from '../tools/source.ts'

const sources = [
  '{src,database,tests/riverside}/**/*',
  'tsconfig*.json',
  'package-lock.json',
  'tools/build.ts',
]

const timeOf = (file: string) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Whether what was built is missing or older than one of the sources. */
const isStale = () => {
  const built = timeOf('dist/src/main.js')
  return built === 0 || filesLike(sources).some((file) => timeOf(file) > built)
}

/** Builds the server that is to be measured, when it is not there or not of these sources. */
export function ensureBuilt(log: (line: string) => void): void {
  if (!isStale()) return
  log('The sources have changed since they were built: building')
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`There is nothing to measure:\n${stdout}${stderr}`)
}
