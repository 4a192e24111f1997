import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { asAdmin, templateName } from '#tests/support/server.ts'
import { drawDatabase } from '../../tools/draw/draw-database.ts'
import { drawHouse } from '../../tools/draw/draw-house.ts'
import { readRemovable } from '../../tools/draw/removable.ts'
import { differing, leftOver, writeAll } from '../../tools/draw/fresh.ts'

describe('Drawings are fresh', () => {
  test('what is drawn from the database is what stands in the repository', async () => {
    const drawings = await asAdmin(inject('server'), templateName, drawDatabase)
    expect(drawings.map(({ path }) => path)).toEqual([
      'database/schema.ts',
      'docs/drawn/schema.md',
      'docs/drawn/data-dictionary.md',
    ])
    expect(await differing(drawings)).toEqual([])
  })

  test('what is drawn from the code is what stands in the repository, and nothing else does', async () => {
    const drawings = await drawHouse(await asAdmin(inject('server'), templateName, readRemovable))
    expect(await differing(drawings)).toEqual([])
    const ofTheDatabase = ['schema.md', 'data-dictionary.md'].map((name) => ({
      path: `docs/drawn/${name}`,
      text: '',
    }))
    expect(leftOver([...drawings, ...ofTheDatabase])).toEqual([])
  })

  test('a drawing that went stale is found, and so is a file nothing draws', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tl-drawn-'))
    const drawing = { path: 'docs/drawn/a.md', text: 'one' }
    await writeAll([drawing, { path: 'docs/drawn/old.md', text: 'x' }], folder)
    expect(await differing([drawing], folder)).toEqual([])
    expect(
      await differing(
        [
          { ...drawing, text: 'two' },
          { path: 'docs/drawn/b.md', text: '' },
        ],
        folder,
      ),
    ).toEqual(['docs/drawn/a.md', 'docs/drawn/b.md'])
    expect(leftOver([drawing], folder)).toEqual(['docs/drawn/old.md'])
    await rm(folder, { recursive: true })
  })
})
