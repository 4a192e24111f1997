const port = (error: unknown) => (error as { port?: number }).port

/** What a person can put right themselves, by the code of the error that says so. */
const known: Readonly<Record<string, (error: unknown) => string>> = {
  EADDRINUSE: (error) => `Port ${port(error)} is taken. Set PORT to another one`,
  EACCES: (error) => `This account may not do that: ${(error as Error).message}`,
  ECONNREFUSED: () => 'The database does not answer. Look at DATABASE_URL, and whether it runs',
  ENOTFOUND: () => 'There is no such database server. Look at DATABASE_URL',
  '3D000': () => 'There is no such database on the server. Look at DATABASE_URL',
  '28P01': () =>
    'The database refuses the password. A new one, or a new secret, needs throughline migrate first',
  '3F000': () => 'The database is empty. Run throughline migrate first',
}

/** One clear line for whoever typed a command, whatever went wrong. */
export function inOneLine(error: unknown): string {
  const { code, message, errors } = error as Error & { code?: string; errors?: Error[] }
  const said = code === undefined ? undefined : known[code]?.(errors?.[0] ?? error)
  const [line = ''] = (said ?? message).split('\n')
  return line === '' ? 'It did not work, and nothing more is known' : line
}
