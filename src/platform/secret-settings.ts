import { readFileSync } from 'node:fs'
import { saidBy } from './said-by.ts'

/** Settings that are secrets, or hold one: each may be given by a file or by a command in its place. */
export const secretSettings = [
  'DATABASE_URL',
  'THROUGHLINE_SECRET',
  'SMTP_URL',
  'TEXT_GATEWAY_TOKEN',
] as const

type Environment = Readonly<Record<string, string | undefined>>

function fromFile(setting: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error(`${setting}: ${path} cannot be read`)
  }
}

/** One secret by the way it is given. @throws one sentence that names the setting and never the secret */
function secretOf(environment: Environment, name: string): string | undefined {
  const [file, command] = [`${name}_FILE`, `${name}_COMMAND`]
  const given = [name, file, command].filter((one) => environment[one] !== undefined)
  if (given.length > 1) throw new Error(`${given.join(' and ')}: give one of them`)
  const [by] = given
  const value = by && environment[by]
  if (by === undefined || value === undefined || by === name) return value
  const said = by === file ? fromFile(by, value) : saidBy({ setting: by, command: value })
  const secret = said.replace(/\r?\n$/, '')
  if (secret === '') throw new Error(`${by}: nothing came of it`)
  return secret
}

/**
 * The settings with every secret where it is looked for, whichever way it was given. It is put into no
 * environment: what the process was started with, and whatever it starts, does not hold it.
 * @throws one sentence that names the setting and never the secret
 */
export function withSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const secrets = secretSettings.map((name) => [name, secretOf(environment, name)] as const)
  return { ...environment, ...Object.fromEntries(secrets.filter(([, secret]) => secret !== undefined)) }
}
