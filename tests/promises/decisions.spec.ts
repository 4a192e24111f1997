import { describe, expect, test } from 'vitest'
import { filesLike, read } from '../../tools/source.ts'

type Paper = { file: string; text: string }

/** Decisions whose number is not the next one, or not the one in their title. */
const misnumbered = (papers: readonly Paper[]): string[] =>
  papers
    .filter(({ file, text }, index) => {
      const number = Number(/\/(\d{4})-/.exec(file)?.[1])
      return number !== index + 1 || !text.startsWith(`# ${number}. `)
    })
    .map(({ file }) => file)

describe('Decisions', () => {
  test('are counted one by one, and each is called by its number', () => {
    const files = filesLike(['docs/decisions/*.md'])
    expect(files.length).toBeGreaterThan(10)
    expect(misnumbered(files.map((file) => ({ file, text: read(file) })))).toEqual([])
  })

  test('with the same number, left out, or called by another one are noticed', () => {
    const first = { file: 'docs/decisions/0001-a.md', text: '# 1. A' }
    expect(misnumbered([first, { file: 'docs/decisions/0001-b.md', text: '# 1. B' }])).toHaveLength(1)
    expect(misnumbered([first, { file: 'docs/decisions/0003-b.md', text: '# 3. B' }])).toHaveLength(1)
    expect(misnumbered([{ ...first, text: '# 2. A' }])).toEqual([first.file])
  })
})
