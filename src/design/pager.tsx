import { Button } from './button.tsx'
import { Form } from './form.tsx'
import type { Shell } from './shell.ts'
import { sharedWords } from './words.ts'

/** Another page: its address, or, where a name was typed to find the list, what is asked in the body. */
export type Turn =
  | string
  | { to: string; shell: Pick<Shell, 'form'>; asked: Readonly<Record<string, string>> }

type TurnProps = { page: Turn | undefined; rel: 'prev' | 'next'; says: string }

function TurnTo({ page, rel, says }: TurnProps) {
  if (page === undefined) return null
  if (typeof page === 'string')
    return (
      <li>
        <a rel={rel} href={page}>
          {says}
        </a>
      </li>
    )
  return (
    <li>
      <Form to={page.to} shell={page.shell} method="query" hidden={page.asked}>
        <Button kind="text">{says}</Button>
      </Form>
    </li>
  )
}

/** The page before and the page after; pages follow a key, so they have no numbers. Nothing when alone. */
export function Pager({
  previous,
  next,
  lang,
}: {
  previous?: Turn | undefined
  next?: Turn | undefined
  lang?: string
}) {
  if (previous === undefined && next === undefined) return null
  const say = sharedWords(lang)
  return (
    <nav aria-label={say('pages')}>
      <ul class="pages" role="list">
        <TurnTo page={previous} rel="prev" says={say('previous_page')} />
        <TurnTo page={next} rel="next" says={say('next_page')} />
      </ul>
    </nav>
  )
}
