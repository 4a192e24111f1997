import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesLike, read, root } from '../../tools/source.ts'

const links = /\]\((?!https?:|#|mailto:)([^)\s#]+)(?:#[^)]*)?\)/g

/** Links of a page that lead nowhere, seen from where the page stands. */
const dead = (page: string, text: string): string[] =>
  [...text.matchAll(links)]
    .map((match) => match[1] as string)
    .filter((to) => !existsSync(join(root, dirname(page), to)))
    .map((to) => `${page} -> ${to}`)

/** Modules that a page of the work does not lead to. */
const unnamed = (text: string, modules: readonly string[]) =>
  modules.filter((module) => !text.includes(`](../src/${module})`))
/** Commands of the repository that its first page does not tell of. */
const untold = (text: string, commands: readonly string[]) =>
  commands.filter((command) => !text.includes(`npm run ${command}`))

describe('Links between the pages of the repository', () => {
  test('lead somewhere', () => {
    const pages = filesLike(['*.md', 'docs/**/*.md', 'src/**/README.md'])
    expect(pages).toContain('README.md')
    expect(pages.flatMap((page) => dead(page, read(page)))).toEqual([])
  })

  test('are noticed when they do not', () => {
    const text = '[a](../README.md) [b](nowhere.md#part) [c](https://example.org/x) [d](#here)'
    expect(dead('docs/style.md', text)).toEqual(['docs/style.md -> nowhere.md'])
  })

  test('lead from the operating model to every module, and one that is left out is noticed', () => {
    const modules = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect(modules.length).toBeGreaterThan(30)
    expect(unnamed(read('docs/operating-model.md'), [...modules, 'nowhere'])).toEqual(['nowhere'])
  })

  test('are not needed to find a command: the first page tells of every check and proof', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const commands = Object.keys(scripts).filter((name) => name.startsWith('verify:'))
    expect(commands.length).toBeGreaterThan(5)
    expect(untold(read('README.md'), [...commands, 'verify:nothing'])).toEqual(['verify:nothing'])
  })
})
