import { describe, expect, test } from 'vitest'
import { ensureBrowser, type Means } from './browser.ts'

/** A machine with or without a browser, and what was done to it. */
function machine({ browser, root, works = true }: { browser: boolean; root: boolean; works?: boolean }) {
  const told: string[] = []
  const state = { browser, installs: 0 }
  const means: Means = {
    isThere: async () => state.browser,
    mayInstall: async () => root,
    async install() {
      state.installs++
      state.browser = works
    },
  }
  return { told, state, look: () => ensureBrowser((line) => told.push(line), means) }
}

describe('A browser for the journeys', () => {
  test('is taken as it is when there is one', async () => {
    const { look, state, told } = machine({ browser: true, root: true })
    expect(await look()).toEqual([])
    expect({ installs: state.installs, told }).toEqual({ installs: 0, told: [] })
  })

  test('is installed when there is none and we may, and that is said', async () => {
    const { look, state, told } = machine({ browser: false, root: true })
    expect(await look()).toEqual([])
    expect({ installs: state.installs, told: told.length }).toEqual({ installs: 1, told: 1 })
  })

  test('otherwise one line says how to get one', async () => {
    const line = expect.stringContaining('npx playwright install')
    expect(await machine({ browser: false, root: false }).look()).toEqual([line])
    expect(await machine({ browser: false, root: true, works: false }).look()).toEqual([line])
  })
})
