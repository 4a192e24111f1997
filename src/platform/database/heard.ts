import pg from 'pg'

/** How long until a connection that broke is opened again, in milliseconds. */
const betweenTries = 1000

/**
 * How often a connection on which nothing comes is asked whether it is alive, and how long it has to answer
 * or to open.
 */
export type Asking = { every: number; within: number }
const asking: Asking = { every: 30_000, within: 5000 }

type Listener = () => void

/**
 * What other transactions said once they were committed, on one connection for the whole process: it is
 * opened for the first who listens and closed after the last. Whoever listens hears that something about an
 * id changed, and nothing else. Before it listens something may have: everybody hears then.
 */
export class Heard {
  readonly #config: pg.ClientConfig
  readonly #channel: string
  readonly #asking: Asking
  readonly #listeners = new Map<string, Set<Listener>>()
  #client: pg.Client | undefined
  #again: NodeJS.Timeout | undefined
  #beats: NodeJS.Timeout | undefined
  #listens = false

  /** @param channel a word of ours: it stands in the statement as it is */
  constructor(config: pg.ClientConfig, channel: string, how = asking) {
    this.#config = config
    this.#channel = channel
    this.#asking = how
  }

  /** Calls the listener whenever something about the id was committed. @returns what ends it */
  on(id: string, listener: Listener): () => void {
    const there = this.#listeners.get(id) ?? new Set()
    this.#listeners.set(id, there.add(listener))
    this.#open()
    return () => {
      // Ended once is ended: a second call must not end those who came to the id since.
      if (!there.delete(listener)) return
      if (there.size === 0) this.#listeners.delete(id)
      if (this.#listeners.size === 0) void this.close()
    }
  }

  /** Whether what is said now is heard. */
  get isListening(): boolean {
    return this.#listens
  }

  /** How many ids somebody listens to. */
  get count(): number {
    return this.#listeners.size
  }

  #tellAll(): void {
    for (const there of this.#listeners.values()) for (const listener of there) listener()
  }

  #open(): void {
    if (this.#client !== undefined || this.#again !== undefined) return
    const { max: _max, ...config } = this.#config as pg.PoolConfig
    const client = new pg.Client({
      connectionTimeoutMillis: this.#asking.within,
      ...config,
      application_name: 'throughline listens',
      keepAlive: true,
    })
    this.#client = client
    client.on('notification', ({ payload = '' }) =>
      this.#listeners.get(payload)?.forEach((listener) => listener()),
    )
    client.on('error', () => this.#broke(client))
    client.on('end', () => this.#broke(client))
    void this.#listen(client).catch(() => this.#broke(client))
  }

  async #listen(client: pg.Client): Promise<void> {
    await client.connect()
    await client.query(`listen ${this.#channel}`)
    if (this.#client !== client) return
    this.#listens = true
    this.#beats = setInterval(() => this.#try(client), this.#asking.every).unref()
    // What was committed before this was not heard.
    this.#tellAll()
  }

  /** A connection that was cut without a word looks like one on which nothing is said: it has to answer. */
  #try(client: pg.Client): void {
    const late = setTimeout(() => this.#broke(client), this.#asking.within)
    void client
      .query('select 1')
      .catch(() => this.#broke(client))
      .finally(() => clearTimeout(late))
  }

  #broke(client: pg.Client): void {
    if (this.#client !== client) return
    this.#client = undefined
    this.#listens = false
    clearInterval(this.#beats)
    void client.end().catch(() => undefined)
    if (this.#listeners.size === 0) return
    this.#again = setTimeout(() => {
      this.#again = undefined
      if (this.#listeners.size > 0) this.#open()
    }, betweenTries)
  }

  /** Lets the connection go. Whoever still listens hears nothing more. */
  async close(): Promise<void> {
    clearTimeout(this.#again)
    this.#again = undefined
    clearInterval(this.#beats)
    const client = this.#client
    this.#client = undefined
    this.#listens = false
    await client?.end().catch(() => undefined)
  }
}
