import { createQueryId, type KyselyPlugin, PostgresQueryCompiler, type RootOperationNode } from 'kysely'
import type pg from 'pg'

export type Recorder = ReturnType<typeof openRecorder>

/** Keeps the text of every statement sent through it while it listens. */
export function openRecorder() {
  let heard: string[] | null = null
  const record = (statement: string) => heard?.push(statement)
  const compiler = new PostgresQueryCompiler()
  /** To be added last, so that it sees what the others made of the statement. */
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      record(compiler.compileQuery(node as RootOperationNode, createQueryId()).sql)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  return {
    plugin,
    /** The same connection, heard. */
    on: (client: pg.ClientBase): pg.Pool =>
      ({
        query: (statement: string, values?: unknown[]) => {
          record(statement)
          return client.query(statement, values)
        },
      }) as unknown as pg.Pool,
    /** What is sent while something runs. */
    during: async (run: () => Promise<unknown>): Promise<string[]> => {
      const statements: string[] = []
      heard = statements
      try {
        await run()
      } finally {
        heard = null
      }
      return statements
    },
  }
}
