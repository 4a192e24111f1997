/** The most a page's HTML may weigh, in bytes: an old phone on a slow line opens it before patience ends. */
export const mostHtml = 60 * 1024

/** Pages that weigh more, each with its weight. */
export const tooHeavy = (pages: readonly { name: string; html: string }[]): string[] =>
  pages
    .map(({ name, html }) => ({ name, bytes: Buffer.byteLength(html) }))
    .filter(({ bytes }) => bytes > mostHtml)
    .map(({ name, bytes }) => `${name}: ${bytes} bytes`)
