import type { ComponentChildren } from 'preact'

const classes = { news: 'banner', here: 'banner due', slow: 'banner slow', bad: 'banner bad' }

/** A message about the page: news, where you are, what is slow or ends soon, what did not work. */
export const Banner = ({
  kind = 'news',
  children,
}: {
  kind?: keyof typeof classes
  children: ComponentChildren
}) => (
  <div class={classes[kind]} {...(kind === 'bad' && { role: 'alert' })}>
    {children}
  </div>
)
