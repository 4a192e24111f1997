import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Site = { address: URL; pid: number; stop(): Promise<void> }

const main = fileURLToPath(new URL('../dist/src/main.js', import.meta.url))

const listening = (child: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const address = /answers at (\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('exit', () => reject(new Error(`The server ended before it answered:\n${said}`)))
  })

/** The built server as a process of its own. @param environment DATABASE_URL, data directory, clock */
export async function startSite(
  environment: Record<string, string>,
  args: readonly string[] = [],
): Promise<Site> {
  const child = spawn(process.execPath, [main, 'serve', ...args], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = new URL(await listening(child))
  return {
    address,
    pid: child.pid as number,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
