import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, createApp } from '#platform/http/app.ts'
import { serveAssets } from './serve-assets.ts'

const sheet = 'body { color: black }'
let app: App
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-assets-'))
  await writeFile(join(folder, 'sheet-1.css'), sheet)
  await writeFile(join(folder, 'manifest.json'), '{}')
  app = await createApp({ secure: false, log: () => undefined, problemPage: ({ code }) => <p>{code}</p> })
  await serveAssets(app, { href: (name) => name, folder, files: new Set(['sheet-1.css']) })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const get = (url: string, headers = {}) => app.inject({ url, headers: { accept: 'text/html', ...headers } })

describe('The files of the pages', () => {
  test('are kept by the browser for a year, and keep the policy of every answer', async () => {
    const reply = await get('/assets/sheet-1.css')
    expect(reply.body).toBe(sheet)
    expect(reply.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('go packed to a browser that can unpack them', async () => {
    await writeFile(join(folder, 'sheet-1.css.br'), brotliCompressSync(sheet))
    const reply = await get('/assets/sheet-1.css', { 'accept-encoding': 'gzip, br' })
    expect(reply.headers['content-encoding']).toBe('br')
    expect(reply.headers['content-type']).toBe('text/css; charset=utf-8')
    expect(brotliDecompressSync(reply.rawPayload).toString()).toBe(sheet)
    expect((await get('/assets/sheet-1.css')).body).toBe(sheet)
  })

  test('are the only ones: nothing beside them and nothing above them is served', async () => {
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('{}')
    const up = '/assets/..%2f..%2fetc%2fpasswd'
    for (const url of ['/assets/manifest.json', '/assets/sheet-2.css', '/assets/', up]) {
      const { statusCode, body, headers } = await get(url)
      expect([url, statusCode, body]).toEqual([url, 404, '<!doctype html><p>not_found</p>'])
      expect(headers['cache-control']).toBe('no-store')
    }
  })
})
