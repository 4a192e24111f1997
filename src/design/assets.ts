import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { joinSheets } from './join-sheets.ts'

/** Where browsers fetch assets from. */
export const assetsAddress = '/assets/'

const fontsource = '@fontsource-variable'
const publicSans = `${fontsource}/public-sans/files/public-sans`
const copied: Readonly<Record<string, string>> = {
  'public-sans-latin.woff2': `${publicSans}-latin-wght-normal.woff2`,
  'public-sans-latin-ext.woff2': `${publicSans}-latin-ext-wght-normal.woff2`,
  'public-sans-vietnamese.woff2': `${publicSans}-vietnamese-wght-normal.woff2`,
  'public-sans-license.txt': `${fontsource}/public-sans/LICENSE`,
  'noto-sans-arabic.woff2': `${fontsource}/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2`,
  'noto-sans-arabic-license.txt': `${fontsource}/noto-sans-arabic/LICENSE`,
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

type Manifest = Record<string, string>

/** One served file: the name pages ask for, the address with the hash in it, and where it lies on disk. */
export type AssetFile = { name: string; address: string; path: string; type: string }

export type Assets = {
  /**
   * The address of an asset by its plain name, for example `throughline.css`. Throws for a name nobody built.
   */
  href(name: string): string
  files: readonly AssetFile[]
}

/**
 * Writes the style sheet, the fonts and the icon into `outDir`, each with a hash of its content in its name,
 * and `manifest.json` from plain names to those. Files of an earlier build in the same place are removed.
 * Needs the development dependencies; a server only reads what this leaves behind.
 */
export async function buildAssets(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true })
  const before = await earlier(outDir)
  const manifest: Manifest = {}
  const put = async (name: string, content: Uint8Array) => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
    const extension = extname(name)
    const hashed = `${name.slice(0, -extension.length)}-${hash}${extension}`
    await writeFile(join(outDir, hashed), content)
    manifest[name] = hashed
  }
  for (const [name, source] of Object.entries(copied)) {
    await put(name, await readFile(fileURLToPath(import.meta.resolve(source))))
  }
  await put('icon.svg', await readFile(new URL('./styles/icon.svg', import.meta.url)))
  await put('throughline.css', Buffer.from(await joinSheets((file) => placed(manifest, file))))
  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const kept = new Set(Object.values(manifest))
  const stale = Object.values(before).filter((file) => !kept.has(file))
  await Promise.all(stale.map((file) => rm(join(outDir, file), { force: true })))
}

/** Reads what `buildAssets` left in `dir`. Throws one plain sentence when nothing was built there. */
export function loadAssets(dir: string): Assets {
  const manifest = readManifest(dir)
  const files = Object.entries(manifest).map(([name, file]) => ({
    name,
    address: assetsAddress + file,
    path: join(dir, file),
    type: types[extname(file)] ?? 'application/octet-stream',
  }))
  return { href: (name) => assetsAddress + placed(manifest, name), files }
}

function placed(manifest: Manifest, name: string): string {
  const file = Object.hasOwn(manifest, name) ? manifest[name] : undefined
  if (file === undefined) throw new Error(`No asset is named ${name}`)
  return file
}

function readManifest(dir: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest
  } catch (cause) {
    throw new Error(`No assets in ${dir}: run npm run build`, { cause })
  }
}

/** What an earlier build listed, so that only files we wrote ourselves are ever removed. */
async function earlier(outDir: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(outDir, 'manifest.json'), 'utf8')) as Manifest
  } catch {
    return {}
  }
}
