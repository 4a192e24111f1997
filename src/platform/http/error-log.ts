/** Told of what went wrong on our side: never what was typed, never an address with an id in it. */
export type ErrorLog = (line: { id: string; route: string; error: Error }) => void
