import { existsSync } from 'node:fs'
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
})
