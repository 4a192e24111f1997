import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A vault's client of a few lines: it gives what is kept under a name, keeps what it reads, and counts. */
const client = `#!/bin/sh
folder=$(dirname "$0")
echo "$1 $2" >> "$folder/asked"
echo "the token of the vault" >&2
case "$1" in
  get) cat "$folder/kept/$2" ;;
  put) cat > "$folder/kept/$2" ;;
  lose) cat > /dev/null ;;
  *) exit 3 ;;
esac
`

/** A vault on this machine, as the commands of the settings speak with it. */
export async function vaultForSpecs() {
  const folder = await mkdtemp(join(tmpdir(), 'vault-'))
  const program = join(folder, 'vault')
  await mkdir(join(folder, 'kept'))
  await writeFile(program, client)
  await chmod(program, 0o700)
  return {
    get: (name: string) => `${program} get ${name}`,
    put: (name: string) => `${program} put ${name}`,
    /** One that says it kept something, and did not. */
    lose: `${program} lose it`,
    broken: `${program} nonsense`,
    keep: (name: string, secret: string) => writeFile(join(folder, 'kept', name), secret),
    kept: (name: string) => readFile(join(folder, 'kept', name), 'utf8'),
    asked: async () => (await readFile(join(folder, 'asked'), 'utf8')).trim().split('\n'),
    close: () => rm(folder, { recursive: true }),
  }
}
