import type { ComponentChildren } from 'preact'
import type { Shell } from './shell.ts'
import { sharedWords, staffWords } from './words.ts'

type FrameProps = {
  shell: Shell
  /** Which of the layouts: staff, partner, bare, family, live. */
  kind: string
  children: ComponentChildren
}

/**
 * The document around every page: language, direction, title, sheet, skip link, and the word about the demo.
 */
export function Frame({ shell, kind, children }: FrameProps) {
  const { lang, dir, assets } = shell
  const say = sharedWords(lang)
  return (
    <html lang={lang} dir={dir} class={kind}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{staffWords('titled', { title: shell.title })}</title>
        <link rel="stylesheet" href={assets.css} />
        {assets.icon !== undefined && <link rel="icon" type="image/svg+xml" href={assets.icon} />}
        {assets.script !== undefined && <script type="module" src={assets.script} />}
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
        {children}
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
