import { randomBytes } from 'node:crypto'
import { createContext } from 'preact'

/** The word by which the scripts of one answer are known. Nobody knows it before the answer. */
export const ScriptNonce = createContext<string | undefined>(undefined)

/** A word of 128 bits, for one answer. */
export const newNonce = (): string => randomBytes(16).toString('base64url')
