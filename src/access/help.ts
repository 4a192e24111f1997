/** Whether an address is on the way to help: nobody waits there, and nobody is asked to weigh a word. */
export const isHelp = (address: string): boolean => address.startsWith('/crisis')
