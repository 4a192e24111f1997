import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { ScriptNonce } from '#platform/http/script-nonce.ts'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import type { Shell } from './shell.ts'
import { sharedWords, staffWords } from './words.ts'

type FrameProps = {
  shell: Shell
  /** Which of the layouts: staff, partner, bare, family, live. */
  kind: string
  children: ComponentChildren
}

/** On every page that is open for a while only: until when, and the way to close it. */
const Opened = ({ shell, opened }: { shell: Shell; opened: NonNullable<Shell['opened']> }) => (
  <aside class="opened" aria-label={sharedWords(shell.lang)('about_page')}>
    <p>{opened.says}</p>
    <Form to={opened.to} shell={shell}>
      <Button>{opened.end}</Button>
    </Form>
  </aside>
)

/** Under everything, on a screen and on paper: whose record this is. */
const Whose = ({ shell, lines }: { shell: Shell; lines: readonly string[] }) => (
  <footer class="whose" aria-label={sharedWords(shell.lang)('whose')}>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
  </footer>
)

/**
 * The document around every page: language, direction, title, sheet, skip link, and the word about the demo.
 */
export function Frame({ shell, kind, children }: FrameProps) {
  const { lang, dir, assets } = shell
  const say = sharedWords(lang)
  const nonce = useContext(ScriptNonce)
  return (
    <html lang={lang} dir={dir} class={kind}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{staffWords('titled', { title: shell.title })}</title>
        <link rel="stylesheet" href={assets.css} />
        {assets.icon !== undefined && <link rel="icon" type="image/svg+xml" href={assets.icon} />}
        {assets.script !== undefined && <script type="module" src={assets.script} nonce={nonce} />}
      </head>
      <body>
        <a class="skip" href="#main">
          {say('skip')}
        </a>
        {shell.demo && (
          <aside class="invented" aria-label={say('about')}>
            {say('demo')}
          </aside>
        )}
        {shell.opened !== undefined && <Opened shell={shell} opened={shell.opened} />}
        {children}
        {shell.record !== undefined && <Whose shell={shell} lines={shell.record} />}
      </body>
    </html>
  )
}

/** What the page is about. The skip link and "Close menu" lead here. */
export const Main = ({ children }: { children: ComponentChildren }) => (
  <main id="main" tabindex={-1}>
    {children}
  </main>
)
