import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { statement } from './query.ts'
import type { Transaction } from './transaction.ts'

const scope = { districtId: '00000000-0000-7000-8000-00000000000a', side: 'school' } as const
const add = statement(($: { word: string }) => sql`insert into said (word) values (${$.word})`)
const words = statement((_: object) => sql<{ word: string }>`select word from said order by number`)

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase(2)
  await database.admin.query(
    `create table said (number int generated always as identity, word text unique);
    create table counted (version int); insert into counted values (1);
    grant all on said, counted to throughline_app`,
  )
})
beforeEach(async () => void (await database.admin.query('truncate said')))
afterAll(() => database.close())

const kept = () =>
  database.db.transaction(scope, (tx) => tx.all(words, {})).then((rows) => rows.map((row) => row.word))

describe('In a transaction', () => {
  test('what is asked together is answered in its order, between the same walls', async () => {
    const [before, side, after] = await database.db.transaction(scope, (tx) => {
      const first = tx.all(words, {})
      tx.write(add, { word: 'one' })
      return Promise.all([
        first,
        tx.one(sql<{ side: string }>`select current_setting('app.side') as side`),
        tx.all(words, {}),
      ])
    })
    expect([before, side, after]).toEqual([[], { side: 'school' }, [{ word: 'one' }]])
  })

  test('who asks nothing sends nothing, not even the opening', async () => {
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    const { db } = database
    expect(await db.transaction(scope, () => 'nothing')).toBe('nothing')
    await expect(db.transaction(scope, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(sent).not.toHaveBeenCalled()
    await db.transaction(scope, (tx) => tx.all(words, {}))
    expect(sent).toHaveBeenCalledTimes(3)
    sent.mockRestore()
  })

  test('a statement can be planned once in it, and in the next one as ever', async () => {
    const mode = sql<{ mode: string }>`select current_setting('plan_cache_mode') as mode`
    const once = await database.db.transaction(scope, (tx) => {
      tx.planOnce()
      return tx.one(mode)
    })
    expect(once).toEqual({ mode: 'force_generic_plan' })
    expect(await database.db.transaction(scope, (tx) => tx.one(mode))).toEqual({ mode: 'auto' })
  })

  test('a change nobody waited for is there after the commit', async () => {
    await database.db.transaction(scope, (tx) => tx.write(add, { word: 'one' }))
    expect(await kept()).toEqual(['one'])
  })

  test('a change that is refused undoes everything, and its refusal is what is heard', async () => {
    const twice = database.db.transaction(scope, (tx) => {
      for (const word of ['one', 'one', 'two']) tx.write(add, { word })
    })
    await expect(twice).rejects.toMatchObject({ code: '23505' })
    expect(await kept()).toEqual([])
  })

  test('who asks after a refused change hears why it was refused, not that something was', async () => {
    const twice = database.db.transaction(scope, async (tx) => {
      for (const word of ['one', 'one']) tx.write(add, { word })
      return tx.all(words, {})
    })
    await expect(twice).rejects.toMatchObject({ code: '23505' })
  })

  test('a failure that was forgotten does not pass for a commit', async () => {
    const forgotten = database.db.transaction(scope, async (tx) => {
      await tx.run(sql`select 1 / 0`).catch(() => undefined)
      return 'done'
    })
    await expect(forgotten).rejects.toThrow('undid')
  })

  test('a row that somebody else changed after it was read is not written over', async () => {
    const change = statement(
      ($: { read: number }) => sql`update counted set version = house.next_version(version, ${$.read})`,
    )
    await database.db.transaction(scope, (tx) => tx.write(change, { read: 1 }))
    const stale = database.db.transaction(scope, (tx) => {
      tx.write(add, { word: 'one' })
      tx.write(change, { read: 1 })
    })
    await expect(stale).rejects.toMatchObject({ code: 'changed_meanwhile' })
    expect(await kept()).toEqual([])
    expect((await database.admin.query('select version from counted')).rows).toEqual([{ version: 2 }])
  })

  test('one question is asked once, until its topic is forgotten', async () => {
    const answers = await database.db.transaction(scope, async (tx) => {
      const ask = () => tx.once('words', '', () => tx.all(words, {}))
      const before = await ask()
      tx.write(add, { word: 'one' })
      const again = await ask()
      tx.forget('words')
      return [before, again, await ask()]
    })
    expect(answers).toEqual([[], [], [{ word: 'one' }]])
  })

  test('what was asked ahead and failed does not end the process, and nothing is committed', async () => {
    const failed = database.db.transaction(scope, (tx) => {
      tx.ahead(tx.all(sql`select 1 / 0`))
      tx.write(add, { word: 'one' })
    })
    await expect(failed).rejects.toMatchObject({ code: '22012' })
    expect(await kept()).toEqual([])
  })

  test('what is asked ahead in two steps is answered before it ends, though nobody waited for it', async () => {
    const sides: string[] = []
    const inTwoSteps = async (tx: Transaction) => {
      await tx.all(words, {})
      sides.push((await tx.one(sql<{ side: string }>`select current_setting('app.side') as side`)).side)
    }
    await database.db.transaction(scope, (tx) => {
      tx.ahead(inTwoSteps(tx))
      tx.write(add, { word: 'one' })
    })
    expect([await kept(), sides]).toEqual([['one'], ['school']])
  })

  test.each(['committed', 'undone'])('nothing is asked any more once it is %s', async (how) => {
    let late: Transaction | undefined
    const over = database.db.transaction(scope, (tx) => {
      late = tx
      tx.write(add, { word: 'one' })
      if (how === 'undone') throw new Error('told to')
    })
    await over.catch(() => undefined)
    await expect(late?.all(words, {})).rejects.toThrow('had ended')
    expect(() => late?.write(add, { word: 'late' })).toThrow('had ended')
    expect(await kept()).toEqual(how === 'committed' ? ['one'] : [])
  })

  test('a connection that breaks fails who used it, and nobody else', async () => {
    const broken = database.db.transaction(scope, async (tx) => {
      tx.write(add, { word: 'lost' })
      const { pid } = await tx.one(sql<{ pid: number }>`select pg_backend_pid() as pid`)
      await database.admin.query('select pg_terminate_backend($1)', [pid])
      return tx.all(words, {})
    })
    await expect(broken).rejects.toThrow()
    expect(await kept()).toEqual([])
  })
})
