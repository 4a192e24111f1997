/**
 * What lies where a text was removed. Nobody can have typed it: what people type lies there sealed. Bytes
 * that were removed are none.
 */
export const removedMark = 'removed'

/** What is handed on for what was removed, or whose key was destroyed: of a packet, nothing. */
export const removedAs = ({ json }: { json: boolean }): unknown => (json ? {} : '(removed)')

/** Whether a stored value was removed. */
export const isRemoved = (value: string | Buffer): boolean => value === removedMark || value.length === 0
