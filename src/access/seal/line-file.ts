import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Adds lines of JSON to a file that only its owner reads, flushed to disk before this settles. */
export async function appendLines(path: string, lines: readonly object[]): Promise<void> {
  if (lines.length === 0) return
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Every line of such a file, unread; none where there is no file. */
export async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter((line) => line !== '')
}
