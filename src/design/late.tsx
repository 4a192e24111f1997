import type { ComponentChildren } from 'preact'

/** Lateness is a sentence in plum: "1 school day late". Red is for errors and for Crisis. */
export const Late = ({ children }: { children: ComponentChildren }) => <span class="late">{children}</span>
