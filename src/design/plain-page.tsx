import type { ComponentChildren } from 'preact'
import { SignOut } from './account.tsx'
import { Brand, CrisisLink } from './brand.tsx'
import { Frame, Main } from './frame.tsx'
import type { Shell } from './shell.ts'

/**
 * One column and no menu: signing in, a private link, a page that says what went wrong. Staff keep their
 * Crisis.
 */
export const PlainPage = ({ shell, children }: { shell: Shell; children: ComponentChildren }) => (
  <Frame shell={shell} kind="bare">
    <header class="bar">
      {shell.actor ? (
        <>
          <Brand href="/" />
          <CrisisLink />
          <SignOut shell={shell} />
        </>
      ) : (
        <Brand />
      )}
    </header>
    <Main>{children}</Main>
  </Frame>
)
