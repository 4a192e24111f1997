import { describe, expect, test } from 'vitest'
import { ensureBrowser, type Means } from './browser.ts'

const quick = '/usr/bin/chromium-headless-shell'
const slow = '/usr/bin/chromium'

/** A machine with or without a browser, and what was done to it. */
function machine({ browser, root, works = true }: { browser?: string; root: boolean; works?: boolean }) {
  const told: string[] = []
  const state = { browser, installs: 0 }
  const means: Means = {
    find: async () => state.browser,
    mayInstall: async () => root,
    async install() {
      state.installs++
      if (!works) throw new Error('Nothing is reached')
      state.browser = quick
    },
  }
  return { told, state, look: () => ensureBrowser((line) => told.push(line), means) }
}

describe('A browser for the journeys', () => {
  test('is taken as it is when the quick one is there', async () => {
    const { look, state, told } = machine({ browser: quick, root: true })
    expect(await look()).toEqual([])
    expect({ installs: state.installs, told }).toEqual({ installs: 0, told: [] })
  })

  test('is installed when it is missing and we may, and that is said', async () => {
    for (const browser of [undefined, slow]) {
      const { look, state, told } = machine({ ...(browser && { browser }), root: true })
      expect(await look()).toEqual([])
      expect({ installs: state.installs, told: told.length }).toEqual({ installs: 1, told: 1 })
    }
  })

  test('a slower one does where the quick one cannot be had, and that is said', async () => {
    expect(await machine({ browser: slow, root: false }).look()).toEqual([])
    const { look, told } = machine({ browser: slow, root: true, works: false })
    expect(await look()).toEqual([])
    expect(told.at(-1)).toContain('Nothing is reached')
  })

  test('otherwise one line says how to get one', async () => {
    const line = expect.stringContaining('npx playwright install')
    expect(await machine({ root: false }).look()).toEqual([line])
    expect(await machine({ root: true, works: false }).look()).toEqual([line])
  })
})
