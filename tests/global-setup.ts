import type { TestProject } from 'vitest/node'
import { startTestCluster } from './database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string
  }
}

export default async function setup(project: TestProject) {
  const cluster = await startTestCluster()
  project.provide('templateUrl', await cluster.template())
  return () => cluster.stop()
}
