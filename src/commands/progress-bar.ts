import type { Terminal } from './command.ts'

/** Milliseconds between two lines of progress where lines cannot be written over, such as in a log. */
const lineEvery = 5000
const drawEvery = 100
const width = 24

/** One step of long work: how much of the whole it is, in any unit. */
export type Stretch = { name: string; weight: number }

/** A bar for a share from 0 to 1: `[######..................]  25%`. */
export function bar(share: number): string {
  const full = Math.round(share * width)
  const percent = String(Math.floor(share * 100)).padStart(3)
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${percent}%`
}

/**
 * Shows how far work has come that goes through known stretches, one after another. It never goes back: a
 * stretch that comes again further on is told from the first by where the work stands.
 */
export function progressBar(terminal: Terminal, stretches: readonly Stretch[]) {
  const whole = stretches.reduce((sum, { weight }) => sum + weight, 0)
  let at = 0
  let spoken = { at: -1, time: 0 }
  return (name: string, { done, total, says }: { done: number; total: number; says: string }) => {
    const next = stretches.findIndex((each, index) => index >= at && each.name === name)
    if (next !== -1) at = next
    const time = performance.now()
    const pause = terminal.overwrites ? drawEvery : lineEvery
    if (spoken.at === at && time - spoken.time < pause) return
    spoken = { at, time }
    const before = stretches.slice(0, at).reduce((sum, { weight }) => sum + weight, 0)
    const here = total === 0 ? 0 : Math.min(1, done / total) * (stretches[at]?.weight ?? 0)
    terminal.progress(`${bar((before + here) / whole)}  ${says}`)
  }
}
