import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
} from 'kysely'
import { createHash } from 'node:crypto'
import type { Database } from '#database/schema.ts'

/** Builds typed SQL and runs nothing: a transaction runs what is built here. */
export const query = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** Anything that compiles to SQL: a query of the builder, or a raw `sql` template. */
export type Buildable<Row> = { compile(provider: typeof query): CompiledQuery<Row> }

/** Stands in a statement where a value will stand when it is run. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) })
const everywhere = new Proxy({}, { get: (_, name) => (name === 'schools' ? null : new Slot(String(name))) })

/** Text for the server, a name it is prepared under, and the values in their order. */
export type Prepared = { name: string; text: string; values: unknown[] }

type Compiled = { name: string; text: string; parameters: readonly unknown[] }

const nameOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)

/**
 * Prepares a query that is built anew each time but always comes in one of a few shapes. One whose shape
 * follows from what people type must not be named: the server would keep every shape.
 */
export function named(what: Buildable<unknown>): Prepared {
  const { sql, parameters } = what.compile(query)
  return { name: nameOf(sql), text: sql, values: [...parameters] }
}

/**
 * A query built once and prepared on each connection under its own name: the hot paths pay for no query
 * building. Every value the builder touches must come from `$`, or be a constant. Where `schools` is null,
 * which stands for every school, the query is built with it: a condition that may be none is planned as if it
 * were none, and read every school for whoever reaches one.
 *
 *     const byId = statement(($: { district: string; id: string }) =>
 *       query.selectFrom('school').selectAll().where('district_id', '=', $.district).where('id', '=', $.id))
 */
export class Statement<Values extends object, Row> {
  readonly #build: ($: Values) => Buildable<Row>
  #compiled: Compiled | undefined
  #everywhere: Compiled | undefined

  constructor(build: ($: Values) => Buildable<Row>) {
    this.#build = build
  }

  with(values: Values): Prepared {
    const given = values as Record<string, unknown>
    const { name, text, parameters } =
      given['schools'] === null
        ? (this.#everywhere ??= this.#compile(everywhere))
        : (this.#compiled ??= this.#compile(slots))
    return {
      name,
      text,
      values: parameters.map((parameter) => (parameter instanceof Slot ? given[parameter.name] : parameter)),
    }
  }

  #compile(values: object): Compiled {
    const { sql, parameters } = this.#build(values as Values).compile(query)
    return { name: nameOf(sql), text: sql, parameters }
  }
}

export const statement = <Values extends object, Row>(build: ($: Values) => Buildable<Row>) =>
  new Statement<Values, Row>(build)
