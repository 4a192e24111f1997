import pg from 'pg'

/** One statement that writes, as it was sent. */
export type Write = { name: string; text: string; values: unknown[] }
/** One transaction: the batch that opened it between its walls, and its writes in order. */
export type Written = { opening: string; writes: Write[] }

type Query = { text?: string; values?: unknown[]; name?: string } | string

const writes = /^\s*(insert|update|delete|with|select house\.enqueue)/i

/**
 * Notes every transaction that writes while `work` runs, as plain SQL: the same rows can then be written
 * again without the house around them. Only the statements that write are kept; reading and judging is what
 * the floor leaves out.
 */
export async function recordWrites(work: () => Promise<unknown>): Promise<Written[]> {
  const done: Written[] = []
  const open = new Map<pg.ClientBase, Written>()
  const original = pg.Client.prototype.query
  const note = (client: pg.ClientBase, query: Query) => {
    const text = typeof query === 'string' ? query : (query.text ?? '')
    if (text.startsWith('begin')) open.set(client, { opening: text, writes: [] })
    const current = open.get(client)
    if (current === undefined) return
    if (text === 'commit') {
      if (current.writes.length > 0) done.push(current)
      open.delete(client)
    } else if (text === 'rollback') open.delete(client)
    else if (writes.test(text) && typeof query === 'object') {
      current.writes.push({ name: query.name ?? '', text, values: [...(query.values ?? [])] })
    }
  }
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    note(this, given[0] as Query)
    return (original as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof original
  try {
    await work()
  } finally {
    pg.Client.prototype.query = original
  }
  return done
}
