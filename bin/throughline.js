#!/usr/bin/env node
// Starts the product with the node it was made for, whichever node found this file, and builds it when that
// was not done yet. Plain JavaScript that any supported node reads.
import { spawnSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const needed = 26
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const main = join(root, 'dist', 'src', 'main.js')
const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

function giveUp(line) {
  process.stderr.write(`throughline: ${line}\n`)
  process.exit(1)
}

/** Runs this file again under the node of the project. Signals reach it as they would have reached us. */
function goOnWith(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  // A terminal sends its interrupt to both of us already.
  const interrupt = () => process.stdin.isTTY || child.kill('SIGINT')
  process.on('SIGINT', interrupt)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => giveUp(error.message))
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

function build() {
  process.stderr.write('throughline: not built yet, building now\n')
  const build = ['--import', 'tsx', 'tools/build.ts']
  const { status } = spawnSync(process.execPath, build, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) giveUp('the build did not finish. Run npm ci, then npm run build, and read what it says')
}

const changedAt = (file) => statSync(file).mtimeMs

/** Whether something that is built has changed since. Where no sources are installed, nothing has. */
function isOutdated() {
  const builtAt = changedAt(main)
  return ['src', 'database', 'tests/riverside']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .some(({ parentPath, name }) => changedAt(join(parentPath, name)) > builtAt)
}

/** Building anew would take the files away from a server that runs on them: that is left to whoever asks. */
function sayWhenOutdated() {
  if (!isOutdated()) return
  process.stderr.write('throughline: the sources are newer than the build. Run npm run build to use them\n')
}

if (Number(process.versions.node.split('.')[0]) < needed) {
  if (!existsSync(ownNode)) giveUp(`node ${needed} comes with the packages of this project. Run npm ci first`)
  goOnWith(ownNode)
} else {
  if (existsSync(main)) sayWhenOutdated()
  else build()
  await import(pathToFileURL(main).href)
}
