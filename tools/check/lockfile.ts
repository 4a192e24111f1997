import { astray, type Inventory } from '../components/inventory.ts'
import { read } from '../source.ts'
import { scriptsAstray, withoutReason } from './packages.ts'
import { run } from './run.ts'

type Locked = {
  resolved?: string
  integrity?: string
  link?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  hasInstallScript?: boolean
}
type Lockfile = { packages: Record<string, Locked> }

const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
const libcHere = header.glibcVersionRuntime === undefined ? 'musl' : 'glibc'

/**
 * A program for another kind of machine, which is never installed on this one. A registry need not carry it,
 * and then nobody here can say what its content is; npm still wants it listed.
 */
const isForAnotherMachine = ({ optional, os, cpu, libc }: Locked): boolean => {
  const lacks = (list: string[] | undefined, ours: string) => list !== undefined && !list.includes(ours)
  const other = lacks(os, process.platform) || lacks(cpu, process.arch) || lacks(libc, libcHere)
  return optional === true && other
}

/** Packages of a lockfile that nothing vouches for, and addresses that would bind it to one registry. */
export function unlocked({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([name, locked]) => {
    const { integrity, resolved, link } = locked
    if (name === '' || link === true) return []
    if (resolved !== undefined)
      return [`${name} is bound to ${new URL(resolved).host}: run npm install again`]
    if (integrity === undefined && isForAnotherMachine(locked)) return []
    return integrity?.startsWith('sha512-') ? [] : [`${name} has no SHA-512 that vouches for its content`]
  })
}

/** Versions in package.json that are not exact. */
export function inexact(manifest: Record<string, unknown>): string[] {
  const lists = ['dependencies', 'devDependencies', 'optionalDependencies'].map(
    (name) => manifest[name] ?? {},
  )
  const wanted = lists.flatMap((list) => Object.entries(list as Record<string, string>))
  return wanted
    .filter(([, version]) => !/^(?:npm:.+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} asks for ${version}: name one version`)
}

/**
 * Asks lockfile-lint, and then what it does not ask: that every package is vouched for, every version
 * exact, every package of production there for a reason and in the inventory, and every script at
 * installation allowed.
 */
export async function checkLockfile(): Promise<string[]> {
  const args = ['--path', 'package-lock.json', '--type', 'npm', '--validate-https', '--validate-integrity']
  const { ok, output } = await run(
    'lockfile-lint/bin/lockfile-lint.js',
    [...args, '--allowed-hosts', 'npm'],
    60,
  )
  const packages = JSON.parse(read('package-lock.json')) as Lockfile
  const inventory = JSON.parse(read('docs/components.json')) as Inventory
  const manifest = JSON.parse(read('package.json')) as Record<string, unknown>
  return [
    ...(ok ? [] : [output]),
    ...unlocked(packages),
    ...inexact(manifest),
    ...withoutReason(manifest),
    ...scriptsAstray(packages, manifest),
    ...astray(packages, inventory),
  ]
}
