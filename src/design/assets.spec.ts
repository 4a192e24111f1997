import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assets, buildAssets, loadAssets } from './assets.ts'
import { sheets } from './join-sheets.ts'

const dir = mkdtempSync(join(tmpdir(), 'assets-'))
let assets: Assets
let css: string

const pathOf = (name: string) => join(dir, assets.href(name).replace('/assets/', ''))

beforeAll(async () => {
  await buildAssets(dir)
  assets = loadAssets(dir)
  css = readFileSync(pathOf('throughline.css'), 'utf8')
})
afterAll(() => rmSync(dir, { recursive: true }))

describe('Built assets', () => {
  test('every name leads to an address with a hash, and to a file', () => {
    expect(assets.href('throughline.css')).toMatch(/^\/assets\/throughline-[0-9a-f]{12}\.css$/)
    expect(assets.files.size).toBe(11)
    for (const file of assets.files) expect(readFileSync(join(dir, file)).length).toBeGreaterThan(100)
    expect(() => assets.href('toString')).toThrow('No asset is named toString')
  })

  test('the same sheets give the same names, and what an earlier build left is cleared away', async () => {
    const before = assets.href('throughline.css')
    const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Record<string, string>
    writeFileSync(join(dir, 'old-0.css'), 'x')
    writeFileSync(join(dir, 'mine.txt'), 'x')
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ ...manifest, 'old.css': 'old-0.css' }))
    await buildAssets(dir)
    expect(loadAssets(dir).href('throughline.css')).toBe(before)
    expect(readdirSync(dir)).not.toContain('old-0.css')
    expect(readdirSync(dir)).toContain('mine.txt')
  })

  test('fonts are fetched from beside the sheet, and carry their licenses', () => {
    const urls = [...css.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? '')
    expect(urls).toHaveLength(4)
    for (const url of urls) expect(readdirSync(dir)).toContain(url)
    expect(readFileSync(pathOf('public-sans-license.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE')
  })

  test('a place where nothing was built says what to do', () => {
    expect(() => loadAssets(join(dir, 'nowhere'))).toThrow('run npm run build')
  })
})

describe('The built sheet', () => {
  test('lays the line of a plan down on A4 and on Letter, so that it stays one sheet of paper', () => {
    const margin = /@page\s*\{[^}]*margin:\s*12mm\s+(\d+)mm/.exec(css)?.[1]
    const asked = /@container\s*\((?:inline-size\s*>=|min-inline-size:|min-width:)\s*(\d+)px\)/.exec(css)?.[1]
    const pixels = (millimetres: number) => (millimetres * 96) / 25.4
    for (const paper of [210, 215.9])
      expect(pixels(paper - 2 * Number(margin)) - 2).toBeGreaterThanOrEqual(Number(asked))
    expect(pixels(210 - 2 * 16) - 2).toBeLessThan(Number(asked))
  })

  test('is readable for browsers that know neither oklch, nor layers, nor media ranges', () => {
    expect(css).not.toContain('oklch(')
    expect(css).not.toContain('@layer')
    expect(css).not.toMatch(/@media[^{]*[<>]/)
    expect(css).toMatch(/:root\{[^}]*--thread:#[0-9a-f]{6}/)
  })

  test('keeps later layers above earlier ones by weight, however short their selectors', () => {
    const weightOf = (selector: string) => {
      const found = new RegExp(`(?:^|[,}\\n])${selector}((?::not\\(#_\\))*)[,{]`).exec(css)
      return (found?.[1] ?? 'none').split('#_').length - 1
    }
    expect(weightOf('html\\.family')).toBe(1)
    expect(['\\.brand', '\\.mini', '\\.tag', '\\.promises'].map(weightOf)).toEqual([2, 3, 4, 5])
    expect(css).toContain(':not(#_):before')
  })

  test('stays small: a phone on a slow line fetches less than a picture', () => {
    expect(css.length).toBeLessThan(60_000)
  })

  test('joins every sheet in the folder', () => {
    const folder = readdirSync(new URL('./styles', import.meta.url)).filter((name) => name.endsWith('.css'))
    expect(folder.sort()).toEqual(sheets.map((name) => `${name}.css`).sort())
  })
})
