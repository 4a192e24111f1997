import { sharedWords } from './words.ts'

/**
 * Links to the page before and the page after; pages follow a key, so they have no numbers. Nothing when
 * alone.
 */
export function Pager({
  previous,
  next,
  lang,
}: {
  previous?: string | undefined
  next?: string | undefined
  lang?: string
}) {
  if (previous === undefined && next === undefined) return null
  const say = sharedWords(lang)
  return (
    <nav aria-label={say('pages')}>
      <ul class="pages" role="list">
        {previous !== undefined && (
          <li>
            <a rel="prev" href={previous}>
              {say('previous_page')}
            </a>
          </li>
        )}
        {next !== undefined && (
          <li>
            <a rel="next" href={next}>
              {say('next_page')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
