import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Problem } from '../problem.ts'
import type { Language } from '../words.ts'

/** What a form sent, so that a page shown again keeps every word. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** Reads something for somebody. `D` is whoever acts; the layer above says what that is. */
export type Sight<D, Data = unknown> = {
  readonly name: string
  readonly by: readonly string[]
  readonly given: z.ZodType
  see(doer: D, raw: unknown): Promise<Data>
}

/** Changes something for somebody, or says why not. */
export type Deed<D, Result = unknown> = {
  readonly name: string
  readonly by: readonly string[]
  readonly given: z.ZodType
  says(code: string, language?: Language): string
  /** The field a refusal is about, where it is about one. */
  fieldOf?(code: string): string | undefined
  /** The codes of refusals that are about a field. */
  readonly fieldCodes?: readonly string[]
  perform(
    doer: D,
    raw: unknown,
    asking?: { key: string; request: Buffer },
  ): Promise<{ done: true; result: Result } | { done: false; because: string[] }>
}

/**
 * What a page knows beside its data: the shell, and after a refusal what was wrong and what had been typed.
 */
export type View<S> = {
  shell: S
  path: string
  query: Typed
  typed: Typed
  problem: Problem | undefined
  language: Language
}

export type NavPlace<D> = {
  section: 'work' | 'find' | 'care' | 'crisis' | 'records' | 'figures' | 'district'
  label: string
  order: number
  /** Who of those that may open it has it in the menu. Everybody when left out. */
  stands?(doer: D): Promise<boolean>
}

/** One address that is read: a page for a browser, the same data as JSON for a machine. */
export type Screen<D, S> = {
  readonly address: string
  /** For the title bar; never a person's name. */
  readonly title: string
  readonly look: Sight<D>
  readonly page: (data: never, view: View<S>) => VNode
  /** Open to anybody, without signing in. Its address names the school's public code as `:place`. */
  readonly open: boolean
  /**
   * What somebody types here to find a person, a school or a record. It is sent in the body and never stands
   * in an address: see `asked-in-body.ts`.
   */
  readonly typed: readonly string[]
  readonly nav?: NavPlace<D>
}

/** Files a form sends beside its words. The act is given what was read of each, by the name of the field. */
export type Files = {
  readonly field: string
  readonly most: number
  readonly mostBytes: number
  /** @param bytes undefined for a file that is larger than that */
  read(bytes: Buffer | undefined): Promise<unknown>
}

/** One address that is written to: the act behind it, the screen it stands on, and where to go afterwards. */
export type Resource<D, S> = {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly address: string
  readonly act: Deed<D>
  readonly stands: Screen<D, S>
  /**
   * What the screen it stands on is asked when it is shown again: from the parameters of the request and what
   * was typed. The same parameters when left out.
   */
  readonly at?: (given: Record<string, string>, typed: Typed) => Record<string, string>
  readonly then: (result: never, given: Record<string, string>) => string
  readonly files?: Files
  readonly open: boolean
}

/** The two declarations, with the types of one house filled in. */
export function declarations<D, S>() {
  return {
    screen<Data>(declared: {
      address: string
      title: string
      look: Sight<D, Data>
      page: (data: Data, view: View<S>) => VNode
      open?: boolean
      typed?: readonly string[]
      nav?: NavPlace<D>
    }): Screen<D, S> {
      return { open: false, typed: [], ...declared, page: declared.page }
    },
    resource<Result>(declared: {
      address: `${'POST' | 'PUT' | 'DELETE'} /${string}`
      act: Deed<D, Result>
      stands: Screen<D, S>
      at?: (given: Record<string, string>, typed: Typed) => Record<string, string>
      then: (result: Result, given: Record<string, string>) => string
      files?: Files
      open?: boolean
    }): Resource<D, S> {
      const [method, address] = declared.address.split(' ') as [Resource<D, S>['method'], string]
      return { open: false, ...declared, method, address, then: declared.then }
    },
  }
}
