import { at } from './named-parts.ts'

/** What somebody gave in a line: words, a number or a tick; undefined for none. */
export function said(typed: unknown, path: string): string | undefined {
  const given = at(typed, path)
  if (given === true) return 'yes'
  if (typeof given !== 'string' && typeof given !== 'number') return undefined
  return String(given).normalize('NFC').trim() || undefined
}

/** Digits as a number. What is no number stays as it is, to be refused in the words of its line. */
export const numbered = (typed: string | undefined): string | number | undefined =>
  typed !== undefined && /^\d+$/.test(typed) ? Number(typed) : typed

/** What was typed without the lines that stayed empty; undefined when nothing is left. */
export function begun(typed: unknown): unknown {
  if (typeof typed === 'string') return typed.trim() === '' ? undefined : typed
  if (typeof typed !== 'object' || typed === null) return typed ?? undefined
  const parts = Object.entries(typed).flatMap(([name, part]) => {
    const left = begun(part)
    return left === undefined ? [] : [[name, left] as const]
  })
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}

/** Something amiss in one line, as it is said beside it. */
export type Fault = { code: string; path: string; says: string }
