import { Readable, Writable } from 'node:stream'
import type { Client, Connection, Submittable } from 'pg'

/** The parts of the driver's connection that its published types leave out. */
type CopyConnection = Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void; sendCopyFail(reason: string): void }

type Copy<Stream> = {
  readonly stream: Stream
  /** Number of rows, once the server has said that all is done. */
  readonly rows: Promise<number>
}

/**
 * What PostgreSQL's COPY asks of a query of the driver. One message of the protocol carries one row;
 * the server says "ready" when the command is over, whether it went well or not.
 */
abstract class CopyCommand implements Submittable {
  readonly rows: Promise<number>
  protected connection!: CopyConnection
  readonly #text: string
  #count = 0
  #settle!: { resolve: (rows: number) => void; reject: (error: Error) => void }

  constructor(text: string) {
    this.#text = text
    this.rows = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
    // The stream reports the same failure: whoever reads only one of both must not crash the process.
    this.rows.catch(() => {})
  }

  submit(connection: Connection): void {
    this.connection = connection as CopyConnection
    this.connection.query(this.#text)
  }

  handleCommandComplete(message: { text: string }): void {
    this.#count = Number(message.text.split(' ')[1])
  }

  handleReadyForQuery(): void {
    this.end()
    this.#settle.resolve(this.#count)
  }

  handleError(error: Error): void {
    this.fail(error)
    this.#settle.reject(error)
  }

  protected abstract end(): void
  protected abstract fail(error: Error): void
}

class CopyOut extends CopyCommand {
  // The socket rests while nobody reads.
  readonly stream = new Readable({
    read: () => this.connection?.stream.resume(),
    // Nobody will read the rest: let it come and go, or the connection would wait for ever.
    destroy: (error, done) => {
      this.connection?.stream.resume()
      done(error)
    },
  })

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The driver will write over this memory.
    if (!this.stream.push(Buffer.from(chunk))) this.connection.stream.pause()
  }

  protected end(): void {
    this.stream.push(null)
  }

  protected fail(error: Error): void {
    this.stream.destroy(error)
  }
}

class CopyIn extends CopyCommand {
  #isOpen!: () => void
  readonly #opened = new Promise<void>((resolve) => {
    this.#isOpen = resolve
  })

  readonly stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      void this.#opened.then(() => {
        if (this.stream.destroyed) return done()
        this.connection.sendCopyFromChunk(chunk)
        if (this.connection.stream.writableNeedDrain) this.connection.stream.once('drain', () => done())
        else done()
      })
    },
    final: (done) => {
      void this.#opened.then(() => {
        this.connection.endCopyFrom()
        this.rows.then(() => done(), done)
      })
    },
    destroy: (error, done) => {
      if (error && this.connection) this.connection.sendCopyFail('the source broke')
      done(error)
    },
  })

  handleCopyInResponse(): void {
    this.#isOpen()
  }

  protected end(): void {}

  protected fail(error: Error): void {
    this.#isOpen()
    this.stream.destroy(error)
  }
}

/** Runs `COPY … TO STDOUT`. @param text the whole command */
export function copyOut(client: Client, text: string): Copy<Readable> {
  return client.query(new CopyOut(text))
}

/** Runs `COPY … FROM STDIN`. @param text the whole command */
export function copyIn(client: Client, text: string): Copy<Writable> {
  return client.query(new CopyIn(text))
}
