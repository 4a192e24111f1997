import type { Shell } from '#design/shell.ts'
import {
  declarations,
  type Resource as AnyResource,
  type Screen as AnyScreen,
  type View as AnyView,
} from '#platform/http/screen.ts'
import type { Doer } from './doer.ts'

export type Screen = AnyScreen<Doer, Shell>
export type Resource = AnyResource<Doer, Shell>
/** What a page knows beside its data: the shell, what was typed, and what was wrong with it. */
export type View = AnyView<Shell>

/** Declares an address that is read, and one that is written to. */
export const { screen, resource } = declarations<Doer, Shell>()
