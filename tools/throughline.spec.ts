import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './source.ts'

let folder: string
const start = (args: string[]) => spawn(process.execPath, [join(folder, 'bin/throughline.js'), ...args])
async function run(...args: string[]) {
  const child = start(args)
  const [out, problems, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { out, problems, code }
}

const main = `
if (process.argv[2] === 'wait') {
  process.on('SIGTERM', () => { console.log('stopped'); process.exit(7) })
  setInterval(() => undefined, 1000)
}
console.log(JSON.stringify(process.argv.slice(2)))`

/** A house with nothing in it but the door: `bin`, and a product that says what it was asked. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-bin-'))
  await cp(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await mkdir(join(folder, 'dist/src'), { recursive: true })
  await writeFile(join(folder, 'dist/src/main.js'), main)
})
afterAll(() => rm(folder, { recursive: true }))

/** The file as a node sees it that is older than the one that is needed. */
async function asIfOlder(): Promise<void> {
  const file = join(folder, 'bin/throughline.js')
  await writeFile(file, (await readFile(file, 'utf8')).replace('const needed = 26', 'const needed = 999'))
}

describe('The command', () => {
  test('hands on what was typed', async () => {
    expect(await run('user', 'add', '--name', 'Maya Okafor')).toMatchObject({
      out: '["user","add","--name","Maya Okafor"]\n',
      code: 0,
    })
  })

  test('says in one line that sources are newer than the build, and goes on with what was built', async () => {
    const changed = async (file: string, minutes: number) => {
      const path = join(folder, file)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, '')
      const at = Date.now() / 1000 + minutes * 60
      await utimes(path, at, at)
    }
    await changed('src/main.ts', -1)
    await changed('src/main.spec.ts', 1)
    expect(await run('verify')).toMatchObject({ problems: '', code: 0 })
    await changed('database/guards/added.sql', 1)
    expect(await run('verify')).toEqual({
      out: '["verify"]\n',
      problems: 'throughline: the sources are newer than the build. Run npm run build to use them\n',
      code: 0,
    })
  })

  test('says in one line what to do when a node is too old and the right one is not installed', async () => {
    await asIfOlder()
    const { problems, code } = await run('serve')
    expect(problems).toBe('throughline: node 999 comes with the packages of this project. Run npm ci first\n')
    expect(code).toBe(1)
  })

  test('goes on with the node of the project, which gets the words, the signals and the last say', async () => {
    await mkdir(join(folder, 'node_modules/node/bin'), { recursive: true })
    const own = join(folder, 'node_modules/node/bin/node')
    const withMain = `#!/bin/sh\nexec "${process.execPath}" "${join(folder, 'dist/src/main.js')}" "$2"\n`
    await writeFile(own, withMain, { mode: 0o755 })
    const child = start(['wait'])
    const ended = once(child, 'close')
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await ended).toEqual([7, null])
  })
})
