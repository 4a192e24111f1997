import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The one PostgreSQL of the run. */
    server: TestServer
  }
}

type Started = ReturnType<typeof startTestServer>

/** Each project of a run reads this file anew: what they share is kept beside it. */
const kept = globalThis as { throughlineServer?: { started: Started; users: number } }

/** Starts the server before the first spec that needs one, and stops it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (kept.throughlineServer ??= { started: startTestServer(), users: 0 })
  shared.users += 1
  const { server, stop } = await shared.started
  project.provide('server', server)
  return async () => {
    shared.users -= 1
    if (shared.users === 0) await stop()
  }
}
