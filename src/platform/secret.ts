import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The installation's secret: from the setting, or made once and kept in the data directory, readable by its
 * owner only. Losing it ends every session and every database login made from it; no data depends on it.
 */
export async function installationSecret(dataDir: string, setting: string | undefined): Promise<string> {
  if (setting !== undefined) return setting
  await mkdir(dataDir, { recursive: true, mode: 0o755 })
  const path = join(dataDir, 'secret')
  try {
    const file = await open(path, 'wx', 0o600)
    const secret = randomBytes(32).toString('base64url')
    await file.writeFile(secret)
    await file.sync()
    await file.close()
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await readFile(path, 'utf8')).trim()
  }
}
