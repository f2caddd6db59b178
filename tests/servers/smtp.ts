import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type TestSmtpServer = {
  /** For SMTP_URL. */
  readonly url: string
  /** Every message taken, oldest first, parsed as a mail reader would. */
  readonly messages: readonly ParsedMail[]
  /** Answers of the server to the next recipients: an SMTP code other than 2xx refuses. Cleared by an empty list. */
  refuseNext(...codes: number[]): void
  stop(): Promise<void>
}

/** A real SMTP server on a free port, without TLS or password. */
export async function startSmtpServer(): Promise<TestSmtpServer> {
  const messages: ParsedMail[] = []
  let refusals: number[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      const code = refusals.shift()
      callback(code === undefined ? null : Object.assign(new Error('not now'), { responseCode: code }))
    },
    onData: (stream, _session, callback) => {
      simpleParser(stream).then(
        (message) => {
          messages.push(message)
          callback()
        },
        (error: Error) => callback(error),
      )
    },
  })
  // Clients that hang up in the middle are part of the tests.
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the SMTP server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    messages,
    refuseNext: (...codes) => {
      refusals = codes
    },
    stop: () => new Promise((done) => server.close(() => done())),
  }
}
