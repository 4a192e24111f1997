import type { ComponentChildren } from 'preact'
import { Account } from './account.tsx'
import { Brand, CrisisLink } from './brand.tsx'
import { Frame, Main } from './frame.tsx'
import { Search } from './search.tsx'
import type { NavItem, Shell } from './shell.ts'
import { staffWords as say } from './words.ts'

const Place = ({ item: { href, label, note, current } }: { item: NavItem }) => (
  <li>
    <a href={href} {...(current && { 'aria-current': 'page' as const })}>
      {label} {note !== undefined && <span>{note}</span>}
    </a>
  </li>
)

const Menu = ({ shell }: { shell: Shell }) => (
  <nav class="side" id="nav" aria-label={say('main_menu')}>
    <a class="close" href="#main">
      {say('close_menu')}
    </a>
    {shell.nav.map(({ heading, items }, i) => (
      <>
        <h2 id={`nav-${i + 1}`}>{heading}</h2>
        <ul role="list" aria-labelledby={`nav-${i + 1}`}>
          {items.map((item) => (
            <Place item={item} />
          ))}
        </ul>
      </>
    ))}
  </nav>
)

/**
 * A staff page. Main comes before the menu, so that a phone shows the work first; there "Menu" is a link that
 * opens the menu over the page. Search, the assignment and Crisis are always in reach.
 */
export const Page = ({ shell, children }: { shell: Shell; children: ComponentChildren }) => (
  <Frame shell={shell} kind="staff">
    <header class="top">
      <div class="bar">
        <Brand href="/" />
        <a class="menu" href="#nav">
          {say('menu')}
        </a>
        <CrisisLink />
      </div>
      <Search shell={shell} />
      <Account shell={shell} />
    </header>
    <div class="frame">
      <Main>{children}</Main>
      <Menu shell={shell} />
    </div>
  </Frame>
)
