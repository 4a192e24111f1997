/** Whether a host is this machine itself: then nobody is in between. */
export const isThisMachine = (host: string): boolean =>
  ['localhost', '127.0.0.1', '::1', '[::1]', ''].includes(host)
