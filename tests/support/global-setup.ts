import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The one PostgreSQL of the run. */
    server: TestServer
  }
}

/** Starts the server before the first spec that needs one, and stops it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer()
  project.provide('server', server)
  return stop
}
