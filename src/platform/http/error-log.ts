/** Told of what went wrong on our side: never what was typed, never an address with an id in it. */
export type ErrorLog = (line: { id: string; route: string; error: Error }) => void

/**
 * Told of an attempt: the address as a pattern and the code of the refusal, and nothing of what was sent. Of
 * somebody nobody knows also a mark of the network, from which nothing can be read.
 */
export type AttemptLog = (line: { id: string; route: string; code: string; network?: string }) => void
