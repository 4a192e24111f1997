import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { bundleScript } from './bundle-script.ts'
import { joinSheets } from './join-sheets.ts'

/** Where browsers fetch assets from. */
const assetsAddress = '/assets/'

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

/** Scripts of the pages on which something is not done, or not seen soon enough, without. */
const scripts = ['live', 'offline', 'passkey']

/** What is worth sending in fewer bytes: a font is packed already. */
const packable = new Set(['.css', '.js', '.svg', '.txt'])

const packed = promisify(brotliCompress)

type Manifest = Record<string, string>

export type Assets = {
  /**
   * The address of an asset by its plain name, for example `throughline.css`. Throws for a name nobody built.
   */
  href(name: string): string
  /** Where the files lie. */
  folder: string
  /** Their names there, with the hash in them: nothing else in the folder is served. */
  files: ReadonlySet<string>
}

/** Whole or not at all: somebody may be served from the same folder meanwhile. */
async function place(path: string, content: Uint8Array | string): Promise<void> {
  const unready = `${path}.${process.pid}`
  await writeFile(unready, content)
  await rename(unready, path)
}

/**
 * Writes the style sheet, the fonts, the icon and the scripts into `outDir`, each with a hash of its content
 * in its name, each text packed beside it, and `manifest.json` from plain names to those. Files of an earlier
 * build in the same place are removed.
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
    await place(join(outDir, hashed), content)
    if (packable.has(extension)) await place(join(outDir, `${hashed}.br`), await packed(content))
    manifest[name] = hashed
  }
  for (const [name, source] of Object.entries(copied)) {
    await put(name, await readFile(fileURLToPath(import.meta.resolve(source))))
  }
  for (const name of scripts) {
    await put(`${name}.js`, Buffer.from(await bundleScript(name)))
  }
  await put('icon.svg', await readFile(new URL('./styles/icon.svg', import.meta.url)))
  await put('throughline.css', Buffer.from(await joinSheets((file) => placed(manifest, file))))
  await place(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const kept = new Set(Object.values(manifest))
  const stale = Object.values(before).filter((file) => !kept.has(file))
  const gone = stale.flatMap((file) => [file, `${file}.br`])
  await Promise.all(gone.map((file) => rm(join(outDir, file), { force: true })))
}

/** Reads what `buildAssets` left in `dir`. Throws one plain sentence when nothing was built there. */
export function loadAssets(dir: string): Assets {
  const manifest = readManifest(dir)
  const files = new Set(Object.values(manifest))
  return { href: (name) => assetsAddress + placed(manifest, name), folder: dir, files }
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
