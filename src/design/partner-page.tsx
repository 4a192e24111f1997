import type { ComponentChildren } from 'preact'
import { Account } from './account.tsx'
import { Brand, CrisisLink } from './brand.tsx'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { Frame, Main } from './frame.tsx'
import { Search } from './search.tsx'
import type { Shell } from './shell.ts'
import { Tabs } from './tabs.tsx'
import { sharedWords, staffWords } from './words.ts'

/**
 * A page for a partner agency: one bar, and its few places as links under it. Its search finds what the
 * agency was sent. Whoever came in by a link has the one page and a way to leave it.
 */
export function PartnerPage({ shell, children }: { shell: Shell; children: ComponentChildren }) {
  const places = shell.nav.flatMap((section) => section.items)
  return (
    <Frame shell={shell} kind="partner">
      <header class="bar">
        {shell.leave === undefined ? (
          <>
            <Brand href="/" />
            <Account shell={shell} />
            <CrisisLink />
            <Search shell={shell} />
          </>
        ) : (
          <>
            <Brand />
            <Form to={shell.leave} shell={shell}>
              <Button kind="text">{sharedWords(shell.lang)('leave')}</Button>
            </Form>
          </>
        )}
      </header>
      {places.length > 1 && (
        <div class="places">
          <Tabs
            label={staffWords('main_menu')}
            tabs={places.map(({ href, label, note, current }) => ({
              href,
              label,
              current,
              ...(note && { count: note }),
            }))}
          />
        </div>
      )}
      <Main>{children}</Main>
    </Frame>
  )
}
